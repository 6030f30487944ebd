import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";
import { ReadyFish } from "../production/lots/ReadyFish.tsx";
import { JobList } from "../production/recording/JobList.tsx";
import { OtherKinds, SignButtons } from "../production/recording/KindButtons.tsx";
import { HazardSection } from "../safety/HazardSection.tsx";
import { PermitList } from "../sites/PermitList.tsx";
import { OwedFigures } from "../supply/settlement/OwedFigures.tsx";
import { ContactCheck } from "./ContactCheck.tsx";
import type { FirstPageOf } from "./first-page.server.ts";
import { OwnSites } from "./OwnSites.tsx";

/** A keeper's, for a phone at the pond: what is due, the four buttons, my ponds by number, is my number still right. */
export function VillagePage({
  day,
  ready,
  withheld,
  owed,
  organizationId,
  organization,
  contacts,
  hazards,
  sites,
  permits,
  today,
}: FirstPageOf<"village">) {
  const { t, i18n } = useTranslation(["overview", "recording", "safety", "sites"]);
  const add = (
    <ButtonLink to="/sites/new" icon="plus" variant={sites.length > 0 ? "secondary" : "primary"}>
      {t("sites:add")}
    </ButtonLink>
  );
  const { jobs, pending, hasFed } = day;
  return (
    <>
      <PageHeader
        title={t("recording:job.title")}
        answer={jobs.length + pending === 0 && t("recording:job.none")}
      />
      {jobs.length + pending > 0 && <JobList jobs={jobs} pending={pending} />}
      {sites.length > 0 && (
        <>
          <SignButtons />
          {hasFed && (
            <ButtonLink reloadDocument to="/record/again" icon="redo" className="min-h-14 text-lg">
              {t("recording:same")}
            </ButtonLink>
          )}
          <OtherKinds />
        </>
      )}
      {sites.length > 0 && <ReadyFish ready={ready} withheld={withheld} />}
      <OwedFigures owed={owed} organizationId={organizationId} />
      <HazardSection title={t("safety:first.open")} hazards={hazards} today={today} all="/hazards" />
      {permits.length > 0 && (
        <Section title={t("permitsDue")}>
          <PermitList permits={permits} today={today} holder />
        </Section>
      )}
      {sites.length > 0 ? (
        <Section
          title={t("villageSites", {
            count: sites.length,
            number: formatNumber(sites.length, i18n.language),
          })}
          actions={
            <>
              {add}
              <ButtonLink to="/sites/labels" icon="print">
                {t("recording:labels.link")}
              </ButtonLink>
              <ButtonLink to="/imports" icon="upload">
                {t("navigation.imports")}
              </ButtonLink>
            </>
          }
        >
          <OwnSites sites={sites} prefix={organization?.name} />
        </Section>
      ) : (
        <EmptyState title={t("sites:noneYet")} action={add} />
      )}
      {organization && <ContactCheck organizationId={organization.id} contacts={contacts} />}
    </>
  );
}
