import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Section } from "#app/ui/Section.tsx";
import { HazardList } from "./HazardList.tsx";
import type { HazardRow } from "./queries/hazards.server.ts";

type SiteSafetyProps = { siteId: string; hazards: HazardRow[]; mayInspect: boolean; today: string };

/** On the page of a site: what stands open, and the way to an inspection. */
export function SiteSafety({ siteId, hazards, mayInspect, today }: SiteSafetyProps) {
  const { t } = useTranslation("safety");
  return (
    <Section
      title={t("onSite.title")}
      actions={
        <>
          <ButtonLink to={`/inspections?site=${siteId}`}>{t("onSite.all")}</ButtonLink>
          <ButtonLink to={`/hazards?site=${siteId}`}>{t("hazard.all")}</ButtonLink>
          {mayInspect && (
            <ButtonLink to={`/inspections/new?site=${siteId}`} icon="inspection">
              {t("onSite.inspect")}
            </ButtonLink>
          )}
        </>
      }
    >
      {hazards.length > 0 ? (
        <HazardList hazards={hazards} today={today} whose={false} />
      ) : (
        <p className="text-muted">{t("onSite.none")}</p>
      )}
    </Section>
  );
}
