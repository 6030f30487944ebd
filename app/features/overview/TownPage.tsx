import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatNumber, toMu, unitWord } from "#app/i18n/format.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Figure } from "#app/ui/Figure.tsx";
import { FigureRow } from "#app/ui/FigureRow.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";
import { MonthFigures } from "../production/month/MonthFigures.tsx";
import { SilentVillages } from "../production/recording/SilentVillages.tsx";
import { silentDays } from "../production/recording/silent-days.ts";
import { HazardSection } from "../safety/HazardSection.tsx";
import { PermitList } from "../sites/PermitList.tsx";
import { CountLink } from "./CountLink.tsx";
import type { FirstPageOf } from "./first-page.server.ts";
import { countNeeds, NeedList } from "./NeedList.tsx";

/** A town officer's: what my town lacks, which permits are due, what it has, how its villages stand. */
export function TownPage(page: FirstPageOf<"town">) {
  const { silent, month, needs, hazards, permits, town, townCode, villages, hasMoreVillages, today } = page;
  const { t, i18n } = useTranslation(["overview", "safety", "sites"]);
  const language = i18n.language;
  const waiting = countNeeds(needs);
  const households = villages.reduce((sum, village) => sum + village.households, 0);
  return (
    <>
      <PageHeader
        title={t(waiting > 0 ? "waiting" : "nothingWaits", { count: waiting })}
        answer={town && <span lang="zh">{town.name}</span>}
      />
      <SilentVillages villages={silent} days={silentDays} />
      {waiting > 0 && <NeedList needs={needs} town={townCode} />}
      <HazardSection
        title={t("safety:first.open")}
        hazards={hazards}
        today={today}
        all="/hazards?status=open"
      />
      {permits.length > 0 && (
        <Section title={t("permitsDue")}>
          <PermitList permits={permits} today={today} holder />
        </Section>
      )}
      <MonthFigures month={month} />
      {town && (
        <FigureRow label={t("totals")}>
          <Figure
            to={`/members?town=${townCode}`}
            label={t("memberVillages")}
            value={formatNumber(town.members, language)}
            unit={unitWord("village", town.members, language)}
          />
          <Figure
            to={`/sites?kind=pond&town=${townCode}`}
            label={t("sites:kind.pond")}
            value={formatNumber(town.ponds, language)}
            unit={unitWord("pond", town.ponds, language)}
          />
          <Figure
            to={`/sites?kind=water_area&town=${townCode}`}
            label={t("sites:kind.water_area")}
            value={formatNumber(town.waterAreaMu, language, 1)}
            unit={unitWord("mu", town.waterAreaMu, language)}
          />
          {!hasMoreVillages && (
            <Figure
              to={`/households?town=${townCode}`}
              label={t("memberHouseholds")}
              value={formatNumber(households, language)}
              unit={unitWord("household", households, language)}
            />
          )}
        </FigureRow>
      )}
      <Section
        title={t("villages", { count: villages.length, number: formatNumber(villages.length, language) })}
        actions={
          hasMoreVillages && <ButtonLink to={`/members?town=${townCode}`}>{t("allVillages")}</ButtonLink>
        }
      >
        <DataTable
          caption={t("memberVillages")}
          phone="scroll"
          rows={villages}
          rowKey={(village) => village.id}
          columns={[
            {
              key: "name",
              label: t("memberVillages"),
              heading: true,
              cell: ({ id, name }) => (
                <Link to={`/members/${id}`} lang="zh">
                  {name}
                </Link>
              ),
            },
            {
              key: "ponds",
              label: t("pondsColumn"),
              align: "end",
              cell: ({ id, ponds }) => <CountLink to={`/sites?kind=pond&organization=${id}`} value={ponds} />,
            },
            {
              key: "water",
              label: t("waterColumn"),
              align: "end",
              cell: ({ id, waterAreaM2 }) => (
                <CountLink
                  to={`/sites?kind=water_area&organization=${id}`}
                  value={toMu(waterAreaM2)}
                  decimals={1}
                />
              ),
            },
            {
              key: "households",
              label: t("households"),
              align: "end",
              cell: ({ id, households }) => (
                <CountLink to={`/households?organization=${id}`} value={households} />
              ),
            },
          ]}
        />
      </Section>
    </>
  );
}
