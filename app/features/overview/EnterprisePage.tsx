import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { Icon } from "#app/ui/Icon.tsx";
import { Link } from "#app/ui/Link.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";
import { HazardSection } from "../safety/HazardSection.tsx";
import { PermitList } from "../sites/PermitList.tsx";
import { OwedFigures } from "../supply/settlement/OwedFigures.tsx";
import type { FirstPageOf } from "./first-page.server.ts";
import { OwnSites } from "./OwnSites.tsx";

/** An enterprise's: partners with the one to call, own sites, own permits. */
export function EnterprisePage(page: FirstPageOf<"enterprise">) {
  const { organizationId, hazards, sites, permits, partners, owed, today } = page;
  const { t, i18n } = useTranslation(["overview", "safety", "sites", "common"]);
  const counted = (count: number) => ({ count, number: formatNumber(count, i18n.language) });
  return (
    <>
      <PageHeader
        title={t("partners", counted(partners.length))}
        answer={t("ownSites", counted(sites.length))}
      />
      <HazardSection title={t("safety:first.open")} hazards={hazards} today={today} all="/hazards" />
      <OwedFigures owed={owed} organizationId={organizationId} />
      {partners.length > 0 && (
        <DataTable
          caption={t("partnersCaption")}
          rows={partners}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              label: t("partner"),
              heading: true,
              cell: ({ id, name }) => (
                <Link to={`/members/${id}`} lang="zh">
                  {name}
                </Link>
              ),
            },
            { key: "town", label: t("town"), cell: ({ townName }) => <span lang="zh">{townName}</span> },
            {
              key: "liaison",
              label: t("liaison"),
              cell: ({ liaisons }) =>
                liaisons.length > 0 && <span lang="zh">{liaisons.map(({ name }) => name).join("、")}</span>,
            },
            {
              key: "phone",
              label: t("phone"),
              cell: ({ liaisons }) =>
                liaisons.map(
                  ({ phone }) =>
                    phone && (
                      <a key={phone} href={`tel:${phone}`} className="me-3 inline-flex items-center gap-1.5">
                        <Icon name="phone" className="size-4" />
                        {phone}
                      </a>
                    ),
                ),
            },
          ]}
        />
      )}
      <Section
        title={t("sites:permits")}
        actions={
          <ButtonLink to={`/permits/new?organization=${organizationId}`} icon="plus">
            {t("sites:addPermit")}
          </ButtonLink>
        }
      >
        <PermitList permits={permits} today={today} holder />
      </Section>
      {sites.length > 0 ? (
        <OwnSites sites={sites} />
      ) : (
        <EmptyState
          title={t("sites:noneYet")}
          action={
            <ButtonLink to="/sites/new" icon="plus" variant="primary">
              {t("sites:add")}
            </ButtonLink>
          }
        />
      )}
    </>
  );
}
