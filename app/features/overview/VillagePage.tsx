import { useTranslation } from "react-i18next";
import { formatNumber } from "#app/i18n/format.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";
import { HazardSection } from "../safety/HazardSection.tsx";
import { PermitList } from "../sites/PermitList.tsx";
import { ContactCheck } from "./ContactCheck.tsx";
import type { FirstPageOf } from "./first-page.server.ts";
import { OwnSites } from "./OwnSites.tsx";

/** A keeper's, for a phone at the pond: what is due, my ponds by number, is my number still right. */
export function VillagePage({
  organization,
  contacts,
  hazards,
  sites,
  permits,
  today,
}: FirstPageOf<"village">) {
  const { t, i18n } = useTranslation(["overview", "safety", "sites"]);
  const add = (
    <ButtonLink to="/sites/new" icon="plus" variant={sites.length > 0 ? "secondary" : "primary"}>
      {t("sites:add")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t("villageSites", { count: sites.length, number: formatNumber(sites.length, i18n.language) })}
        answer={permits.length > 0 ? t("permitsDueCount", { count: permits.length }) : t("noPermitDue")}
        actions={
          <>
            {sites.length > 0 && add}
            <ButtonLink to="/hazards" icon="hazard">
              {t("navigation.hazards")}
            </ButtonLink>
            <ButtonLink to="/imports" icon="upload">
              {t("navigation.imports")}
            </ButtonLink>
          </>
        }
      />
      <HazardSection title={t("safety:first.open")} hazards={hazards} today={today} all="/hazards" />
      {permits.length > 0 && (
        <Section title={t("permitsDue")}>
          <PermitList permits={permits} today={today} holder />
        </Section>
      )}
      {sites.length > 0 ? (
        <OwnSites sites={sites} prefix={organization?.name} />
      ) : (
        <EmptyState title={t("sites:noneYet")} action={add} />
      )}
      {organization && <ContactCheck organizationId={organization.id} contacts={contacts} />}
    </>
  );
}
