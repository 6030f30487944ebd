import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ownOrganizationId } from "#app/auth/viewer.ts";
import { canAddHouseholds, canManagePeople, canSeeHouseholds } from "#app/features/members/access.ts";
import { householdFilter } from "#app/features/members/filter.ts";
import { HouseholdTable } from "#app/features/members/HouseholdTable.tsx";
import { householdFlags } from "#app/features/members/kinds.ts";
import { ListBody } from "#app/features/members/ListBody.tsx";
import { countHouseholds, listHouseholds } from "#app/features/members/queries/households.server.ts";
import { listTowns } from "#app/features/members/queries/towns.server.ts";
import { RegisterFilters } from "#app/features/members/RegisterFilters.tsx";
import { countSitesOfHouseholds } from "#app/features/sites/queries/household-sites.server.ts";
import { allow } from "#app/http/answers.server.ts";
import { rowsPerPage } from "#app/http/bounds.ts";
import { writePageKey } from "#app/http/page-key.server.ts";
import { readAfter, readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { ExportLinks } from "#app/ui/ExportLinks.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(canSeeHouseholds(viewer));
  const { organization, ...rest } = readParameters(request, householdFilter);
  const filter = { ...rest, organizationId: organization };
  const [page, count, towns] = await Promise.all([
    listHouseholds(viewer, filter, { after: readAfter(request), limit: rowsPerPage }),
    countHouseholds(viewer, filter),
    ownOrganizationId(viewer) === undefined ? listTowns(viewer) : [],
  ]);
  const sites = await countSitesOfHouseholds(
    viewer,
    page.items.map(({ code }) => code),
  );
  return {
    title: context.t("members:households"),
    households: page.items.map(({ note: _, version: _version, townCode, ...row }) => ({
      ...row,
      sites: sites.get(row.code) ?? 0,
      mayEdit: canManagePeople(viewer, { id: row.organizationId, townCode }),
    })),
    next: page.next && writePageKey(page.next),
    count,
    ended: rest.ended !== undefined,
    of: organization,
    towns: towns.map(({ code, name }) => ({ value: code, label: name })),
    mayAdd: canAddHouseholds(viewer),
  };
}

export default function Households() {
  const { title, households, next, count, ended, of, towns, mayAdd } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation(["members", "common"]);
  const village = of && households[0];
  const add = mayAdd && (
    <ButtonLink to={`/households/new${of ? `?organization=${of}` : ""}`} icon="plus" variant="primary">
      {t("addHousehold")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={title}
        answer={
          <>
            {village && <span lang="zh">{village.organizationName} · </span>}
            {t(ended ? "answer.householdsEnded" : "answer.households", {
              count,
              number: formatNumber(count, i18n.language),
            })}
          </>
        }
        actions={
          <>
            {add}
            <ExportLinks of="/households" />
          </>
        }
      />
      <RegisterFilters
        label={title}
        keep={["organization"]}
        filters={[
          ...(towns.length > 0 ? [{ name: "town", label: t("field.townCode"), options: towns }] : []),
          {
            name: "flag",
            label: t("field.householdFlags"),
            options: householdFlags.map((value) => ({ value, label: t(`householdFlag.${value}`) })),
          },
          {
            name: "ended",
            label: t("field.state"),
            empty: t("state.current"),
            options: [{ value: "only", label: t("state.ended") }],
          },
        ]}
      />
      <ListBody of="households" shown={households.length} total={count} next={next} add={add}>
        <HouseholdTable caption={title} households={households} />
      </ListBody>
    </>
  );
}
