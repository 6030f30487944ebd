import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ownOrganizationId } from "#app/auth/viewer.ts";
import { canManageOrganizations } from "#app/features/members/access.ts";
import { organizationFlags, organizationGaps } from "#app/features/members/kinds.ts";
import { ListBody } from "#app/features/members/ListBody.tsx";
import { OrganizationTable } from "#app/features/members/OrganizationTable.tsx";
import {
  countOrganizations,
  listOrganizations,
} from "#app/features/members/queries/list-organizations.server.ts";
import { RegisterFilters } from "#app/features/members/RegisterFilters.tsx";
import {
  listNarrowing,
  memberParameters,
  membersAsked,
  withOperated,
} from "#app/features/sites/operated.server.ts";
import { countedAtMost, rowsPerPage } from "#app/http/bounds.ts";
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
  const { today, language, t } = context;
  const own = ownOrganizationId(viewer) !== undefined;
  const parameters = readParameters(request, memberParameters);
  const filter = membersAsked(viewer, parameters);
  const [page, count, narrowing] = await Promise.all([
    listOrganizations(viewer, filter, { today, after: readAfter(request), limit: rowsPerPage }),
    countOrganizations(viewer, filter, { today, atMost: countedAtMost }),
    own ? undefined : listNarrowing(viewer, context),
  ]);
  return {
    title: t(own ? "members:partnersTitle" : "members:title"),
    members: await withOperated(viewer, page.items, language),
    next: page.next && writePageKey(page.next),
    count,
    counted: own ? ("partners" as const) : (parameters.membership ?? ("member" as const)),
    narrowing,
    mayAdd: canManageOrganizations(viewer),
  };
}

export default function Members() {
  const { title, members, next, count, counted, narrowing, mayAdd } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation(["members", "common"]);
  const number = formatNumber(count, i18n.language);
  const add = mayAdd && (
    <ButtonLink to="/members/new" icon="plus" variant="primary">
      {t("addVillage")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={title}
        answer={
          count >= countedAtMost ? t("answer.atLeast", { number }) : t(`answer.${counted}`, { count, number })
        }
        actions={
          <>
            {add}
            <ExportLinks of="/members" />
          </>
        }
      />
      {narrowing && (
        <RegisterFilters
          label={title}
          filters={[
            { name: "town", label: t("field.townCode"), options: narrowing.town },
            {
              name: "membership",
              label: t("field.membership"),
              empty: t("membership.member"),
              options: (["former", "never", "all", "ended"] as const).map((value) => ({
                value,
                label: t(`membership.${value}`),
              })),
            },
            { name: "site", label: t("field.site"), options: narrowing.site },
            { name: "species", label: t("field.species"), options: narrowing.species },
            {
              name: "flag",
              label: t("field.flags"),
              options: organizationFlags.map((value) => ({ value, label: t(`flag.${value}`) })),
            },
            {
              name: "gap",
              label: t("gapLabel"),
              options: organizationGaps.map((value) => ({ value, label: t(`gap.${value}`) })),
            },
          ]}
        />
      )}
      <ListBody of="members" shown={members.length} total={count} next={next} add={add}>
        <OrganizationTable
          caption={title}
          organizations={members}
          shape={counted === "partners" || counted === "ended" ? counted : "villages"}
        />
      </ListBody>
    </>
  );
}
