import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
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
import { PermitList } from "#app/features/sites/PermitList.tsx";
import { listSites, sumSites } from "#app/features/sites/queries/list-sites.server.ts";
import { listPermits } from "#app/features/sites/queries/permits.server.ts";
import { SiteTable } from "#app/features/sites/SiteTable.tsx";
import { found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Card } from "#app/ui/Card.tsx";
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
  const [sites, sums, partnerships, households, permits, history] = await Promise.all([
    listSites(viewer, { organization: id }, { limit: sitesShown }),
    sumSites(viewer, { organization: id }),
    isOwnConcern ? listPartnerships(viewer, id, today) : undefined,
    ofVillage ? countHouseholdsByFlag(viewer, id) : undefined,
    isOwnConcern ? listPermits(viewer, { organizationId: id }, { today }) : undefined,
    mayEdit ? listAudit(viewer, { organization: id }, { limit: 10 }) : undefined,
  ]);
  return {
    title: organization.name,
    organization,
    sites: sites.items,
    sums,
    partnerships,
    households,
    permits: permits?.items,
    history: history?.items,
    today,
    mayEdit,
    mayManage: canManageOrganizations(viewer),
  };
}

export default function Organization() {
  const { organization, sites, sums, partnerships, households, permits, history, today, mayEdit, mayManage } =
    useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation(["members", "common"]);
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
      <OrganizationHeader organization={organization} mayEdit={mayEdit} mayManage={mayManage} />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <Section title={t("group.contacts")} actions={adding("contacts/new", t("addContact"))}>
          <Card>
            <ContactList organizationId={id} contacts={contacts} mayEdit={mayAdd} />
          </Card>
        </Section>
        <OrganizationFacts organization={organization} />
      </div>
      {(sites.length > 0 || mayAdd) && (
        <Section title={t("group.sites")} actions={adding(`/sites/new?organization=${id}`, t("addSite"))}>
          {sites.length > 0 ? (
            <SiteTable caption={t("group.sites")} sites={sites} />
          ) : (
            <p className="text-muted">{t("none.sites")}</p>
          )}
          {sums.count > sites.length && (
            <p>
              <Link to={`/sites?organization=${id}`}>
                {t("seeAllSites", { number: formatNumber(sums.count, i18n.language) })}
              </Link>
            </p>
          )}
        </Section>
      )}
      {households && (
        <Section
          title={t("group.households")}
          actions={adding(`/households/new?organization=${id}`, t("addHousehold"))}
        >
          <HouseholdCounts organizationId={id} counts={households} />
        </Section>
      )}
      {permits && (
        <Section
          title={t("group.permits")}
          actions={adding(`/permits/new?organization=${id}`, t("addPermit"))}
        >
          <PermitList permits={permits} today={today} />
        </Section>
      )}
      <div className="grid items-start gap-6 xl:grid-cols-2">
        {partnerships && (
          <Section
            title={t("group.partners")}
            actions={mayManage && adding("partnerships/new", t("addPartnership"))}
          >
            <Card>
              <PartnerList organizationId={id} partnerships={partnerships} mayManage={mayManage} />
            </Card>
          </Section>
        )}
        <IdentityHistory organization={organization} mayManage={mayManage} />
      </div>
      {history && history.length > 0 && (
        <Section title={t("group.history")}>
          <History entries={history} />
        </Section>
      )}
    </>
  );
}
