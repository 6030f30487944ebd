import { History } from "#app/audit/History.tsx";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";
import { MonthFigures } from "../production/month/MonthFigures.tsx";
import { SilentVillages } from "../production/recording/SilentVillages.tsx";
import { silentDays } from "../production/recording/silent-days.ts";
import { AllianceTotals } from "./AllianceTotals.tsx";
import type { FirstPageOf } from "./first-page.server.ts";
import { countNeeds, NeedList } from "./NeedList.tsx";
import { SmallMap } from "./SmallMap.tsx";
import { TownTable } from "./TownTable.tsx";

/** What needs me, who has not reported, this month and the fish in the water, what the alliance is, how its towns stand, where all of it lies, what was changed lately. */
export function CoordinatorPage({
  needs,
  summary,
  stages,
  changes,
  map,
  silent,
  month,
}: FirstPageOf<"coordinator">) {
  const { t, i18n } = useTranslation("overview");
  const waiting = countNeeds(needs);
  return (
    <>
      <PageHeader title={t(waiting > 0 ? "waiting" : "nothingWaits", { count: waiting })} />
      {waiting > 0 && <NeedList needs={needs} />}
      <SilentVillages villages={silent} days={silentDays} />
      <MonthFigures month={month} />
      <Section
        title={t("allianceAnswer", {
          count: summary.members,
          number: formatNumber(summary.members, i18n.language),
          towns: summary.towns,
        })}
      >
        <AllianceTotals summary={summary} stages={stages} />
      </Section>
      <Section title={t("townsAnswer", { mu: formatNumber(summary.waterAreaMu, i18n.language, 1) })}>
        <TownTable towns={summary.byTown} />
      </Section>
      {map && <SmallMap view={map} to="/map" />}
      <Section
        title={t("changes")}
        actions={
          <ButtonLink to="/admin/audit" icon="audit">
            {t("allChanges")}
          </ButtonLink>
        }
      >
        <History entries={changes} />
      </Section>
    </>
  );
}
