import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { isCoordinator } from "#app/auth/viewer.ts";
import { siteFormChoices } from "#app/features/sites/form-choices.server.ts";
import { AgreementFilters } from "#app/features/supply/AgreementFilters.tsx";
import { AgreementTable } from "#app/features/supply/AgreementTable.tsx";
import { canRegister } from "#app/features/supply/access.ts";
import { agreementFilter } from "#app/features/supply/filter.ts";
import { listAgreements } from "#app/features/supply/queries/agreements.server.ts";
import { rowsPerPage } from "#app/http/bounds.ts";
import { writePageKey } from "#app/http/page-key.server.ts";
import { readAfter, readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Pagination } from "#app/ui/Pagination.tsx";

export const meta = titleFromLoader;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const filter = readParameters(request, agreementFilter);
  const { today } = context;
  const [page, { towns, organizations, species }] = await Promise.all([
    listAgreements(viewer, filter, { today, after: readAfter(request), limit: rowsPerPage }),
    siteFormChoices(viewer, context),
  ]);
  const seesAll = isCoordinator(viewer) || viewer.role === "inspector";
  return {
    title: context.t("supply:agreements"),
    agreements: page.items,
    next: page.next && writePageKey(page.next),
    towns: seesAll ? towns.map(({ value, label }) => ({ code: value, name: label })) : undefined,
    parties: seesAll ? organizations.flatMap(({ options }) => options) : undefined,
    species,
    mayRegister: canRegister(viewer),
  };
}

export default function Agreements() {
  const { title, agreements, next, towns, parties, species, mayRegister } = useLoaderData<typeof loader>();
  const { t } = useTranslation("supply");
  const [parameters] = useSearchParams();
  return (
    <>
      <PageHeader
        title={title}
        actions={
          mayRegister && (
            <ButtonLink to="/agreements/new" icon="plus">
              {t("agreement.add")}
            </ButtonLink>
          )
        }
      />
      <AgreementFilters towns={towns} parties={parties} species={species} />
      {agreements.length > 0 ? (
        <>
          <AgreementTable agreements={agreements} />
          <Pagination shown={agreements.length} next={next} />
        </>
      ) : parameters.size > 0 ? (
        <EmptyState title={t("agreement.none")}>{t("agreement.noneHint")}</EmptyState>
      ) : (
        <EmptyState title={t("agreement.noneYet")}>{t("agreement.noneYetHint")}</EmptyState>
      )}
    </>
  );
}
