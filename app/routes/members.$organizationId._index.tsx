import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { History } from "#app/audit/History.tsx";
import { listAudit } from "#app/audit/list.server.ts";
import {
  canEditOrganization,
  canManageOrganizations,
  canSeeHouseholds,
} from "#app/features/members/access.ts";
import { ContactList } from "#app/features/members/ContactList.tsx";
import { HouseholdCounts } from "#app/features/members/HouseholdCounts.tsx";
import { IdentityHistory } from "#app/features/members/IdentityHistory.tsx";
import { OrganizationFacts } from "#app/features/members/OrganizationFacts.tsx";
import { OrganizationHeader } from "#app/features/members/OrganizationHeader.tsx";
import { PartnerList } from "#app/features/members/PartnerList.tsx";
import { countHouseholdsByFlag } from "#app/features/members/queries/count-households.server.ts";
import { findOrganization } from "#app/features/members/queries/find-organization.server.ts";
import { listPartnerships } from "#app/features/members/queries/partnerships.server.ts";
import { SmallMap } from "#app/features/overview/SmallMap.tsx";
import { mapOfOrganization } from "#app/features/overview/small-map.server.ts";
import { canSeeDrugsOf } from "#app/features/production/treatments/access.ts";
import { PermitList } from "#app/features/sites/PermitList.tsx";
import { listSites } from "#app/features/sites/queries/list-sites.server.ts";
import { listPermits } from "#app/features/sites/queries/permits.server.ts";
import { sumSites } from "#app/features/sites/queries/sum-sites.server.ts";
import { SitesOf } from "#app/features/sites/SitesOf.tsx";
import { siteRow } from "#app/features/sites/SiteTable.tsx";
import { canSeeIncome } from "#app/features/supply/income/access.ts";
import { found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

const sitesShown = 20;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { today } = context;
  const organization = found(await findOrganization(viewer, readId(params.organizationId), today));
  const { id, kind, isOwnConcern } = organization;
  const mayEdit = canEditOrganization(viewer, organization);
  const ofVillage =
    kind === "village" && canSeeHouseholds(viewer) && (isOwnConcern || viewer.role === "town");
  const [sites, sums, partnerships, households, permits, history, map] = await Promise.all([
    listSites(viewer, { organization: id }, { limit: sitesShown }),
    sumSites(viewer, { organization: id }),
    isOwnConcern ? listPartnerships(viewer, id, today) : undefined,
    ofVillage ? countHouseholdsByFlag(viewer, id) : undefined,
    isOwnConcern ? listPermits(viewer, { organizationId: id }, { today }) : undefined,
    mayEdit ? listAudit(viewer, { organization: id }, { limit: 10 }) : undefined,
    mapOfOrganization(viewer, organization),
  ]);
  return {
    title: organization.name,
    organization,
    sites: sites.items.map(siteRow),
    total: sums.count,
    partnerships,
    households,
    permits: permits?.items,
    history: history?.items,
    ...{ map, today, mayEdit },
    mayManage: canManageOrganizations(viewer),
    maySeeIncome: canSeeIncome(viewer, organization),
    maySeeDrugs: sums.count > 0 && canSeeDrugsOf(viewer, organization),
  };
}

export default function Organization() {
  const { organization, sites, total, partnerships, households, permits, history, map, ...page } =
    useLoaderData<typeof loader>();
  const { today, mayEdit, mayManage } = page;
  const { t } = useTranslation("members");
  const { id, contacts } = organization;
  const mayAdd = mayEdit && organization.endedOn === null;
  const adding = (to: string, label: string) =>
    mayAdd && (
      <ButtonLink to={to} icon="plus">
        {label}
      </ButtonLink>
    );
  return (
    <>
      <OrganizationHeader organization={organization} {...page} />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <div className="flex flex-col gap-6">
          <ContactList organizationId={id} contacts={contacts} mayEdit={mayAdd} />
          {partnerships && (
            <PartnerList organizationId={id} partnerships={partnerships} mayManage={mayManage && mayAdd} />
          )}
        </div>
        <OrganizationFacts organization={organization} />
      </div>
      {map && <SmallMap view={map} to={`/map?organization=${id}`} />}
      {(sites.length > 0 || mayAdd) && (
        <SitesOf
          organizationId={id}
          sites={sites}
          total={total}
          add={adding(`/sites/new?organization=${id}`, t("addSite"))}
        />
      )}
      {households && (
        <HouseholdCounts
          organizationId={id}
          counts={households}
          add={adding(`/households/new?organization=${id}`, t("addHousehold"))}
        />
      )}
      {permits && (
        <Section
          title={t("group.permits")}
          actions={adding(`/permits/new?organization=${id}`, t("addPermit"))}
        >
          <PermitList permits={permits} today={today} />
        </Section>
      )}
      <IdentityHistory organization={organization} mayManage={mayManage} />
      {history && history.length > 0 && (
        <Section title={t("group.history")}>
          <History entries={history} />
        </Section>
      )}
    </>
  );
}
