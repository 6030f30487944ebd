import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Link } from "#app/ui/Link.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";
import { MonthFigures } from "../production/month/MonthFigures.tsx";
import { SilentVillages } from "../production/recording/SilentVillages.tsx";
import { silentDays } from "../production/recording/silent-days.ts";
import { HazardSection } from "../safety/HazardSection.tsx";
import { PermitList } from "../sites/PermitList.tsx";
import type { FirstPageOf } from "./first-page.server.ts";
import { countNeeds, NeedList } from "./NeedList.tsx";
import { TownFigures } from "./TownFigures.tsx";
import { TownVillages } from "./TownVillages.tsx";

/** A town officer's: what my town lacks, which permits are due, what it has, how its villages stand. */
export function TownPage(page: FirstPageOf<"town">) {
  const { silent, month, needs, hazards, permits, town, townCode, today } = page;
  const { t } = useTranslation(["overview", "safety"]);
  const waiting = countNeeds(needs);
  return (
    <>
      <PageHeader
        title={t(waiting > 0 ? "waiting" : "nothingWaits", { count: waiting })}
        answer={
          town && (
            <Link to={`/towns/${town.code}`} lang="zh">
              {town.name}
            </Link>
          )
        }
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
        <>
          <TownFigures town={town} />
          <TownVillages town={town} />
        </>
      )}
    </>
  );
}
