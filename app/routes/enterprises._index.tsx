import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canManageOrganizations } from "#app/features/members/access.ts";
import { stages } from "#app/features/members/kinds.ts";
import { ListBody } from "#app/features/members/ListBody.tsx";
import { OrganizationTable } from "#app/features/members/OrganizationTable.tsx";
import {
  countOrganizations,
  listOrganizations,
} from "#app/features/members/queries/list-organizations.server.ts";
import { RegisterFilters } from "#app/features/members/RegisterFilters.tsx";
import {
  enterpriseParameters,
  enterprisesAsked,
  listNarrowing,
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
  const parameters = readParameters(request, enterpriseParameters);
  const filter = enterprisesAsked(viewer, parameters);
  const [page, count, narrowing] = await Promise.all([
    listOrganizations(viewer, filter, { today, after: readAfter(request), limit: rowsPerPage }),
    countOrganizations(viewer, filter, { today, atMost: countedAtMost }),
    listNarrowing(viewer, context),
  ]);
  return {
    title: t("members:enterprises"),
    enterprises: await withOperated(viewer, page.items, language),
    next: page.next && writePageKey(page.next),
    count,
    counted: parameters.ended ? ("enterprisesEnded" as const) : ("enterprises" as const),
    narrowing,
    mayAdd: canManageOrganizations(viewer),
  };
}

export default function Enterprises() {
  const { title, enterprises, next, count, counted, narrowing, mayAdd } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation(["members", "common"]);
  const number = formatNumber(count, i18n.language);
  const add = mayAdd && (
    <ButtonLink to="/members/new?kind=enterprise" icon="plus" variant="primary">
      {t("addEnterprise")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={title}
        answer={t(count >= countedAtMost ? "answer.atLeast" : `answer.${counted}`, { count, number })}
        actions={
          <>
            {add}
            <ExportLinks of="/enterprises" />
          </>
        }
      />
      <RegisterFilters
        label={title}
        filters={[
          {
            name: "stage",
            label: t("field.stages"),
            options: stages.map((value) => ({ value, label: t(`common:stage.${value}`) })),
          },
          { name: "town", label: t("field.townCode"), options: narrowing.town },
          { name: "site", label: t("field.site"), options: narrowing.site },
          { name: "species", label: t("field.species"), options: narrowing.species },
          {
            name: "ended",
            label: t("field.state"),
            empty: t("state.current"),
            options: [{ value: "only", label: t("state.ended") }],
          },
        ]}
      />
      <ListBody of="enterprises" shown={enterprises.length} total={count} next={next} add={add}>
        <OrganizationTable
          caption={title}
          organizations={enterprises}
          shape={counted === "enterprises" ? "enterprises" : "ended"}
        />
      </ListBody>
    </>
  );
}
