import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { isCoordinator } from "#app/auth/viewer.ts";
import { listOrganizationOptions } from "#app/features/members/list-organization-options.server.ts";
import { seesPrices } from "#app/features/supply/access.ts";
import { settlementFilter } from "#app/features/supply/settlement/filter.ts";
import { listSettlements } from "#app/features/supply/settlement/queries/settlements.server.ts";
import { SettlementFilters } from "#app/features/supply/settlement/SettlementFilters.tsx";
import { SettlementTable } from "#app/features/supply/settlement/SettlementTable.tsx";
import { allow } from "#app/http/answers.server.ts";
import { rowsPerPage } from "#app/http/bounds.ts";
import { writePageKey } from "#app/http/page-key.server.ts";
import { readAfterDay, readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Pagination } from "#app/ui/Pagination.tsx";

export const meta = titleFromLoader;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(seesPrices(viewer));
  const filter = readParameters(request, settlementFilter);
  const { today } = context;
  const [page, parties] = await Promise.all([
    listSettlements(viewer, filter, { today, after: readAfterDay(request), limit: rowsPerPage }),
    isCoordinator(viewer) ? listOrganizationOptions(viewer, context) : undefined,
  ]);
  return {
    title: context.t("settlement:title"),
    settlements: page.items,
    next: page.next && writePageKey(page.next),
    parties: parties?.flatMap(({ options }) => options),
  };
}

export default function Settlements() {
  const { title, settlements, next, parties } = useLoaderData<typeof loader>();
  const { t } = useTranslation("settlement");
  const [parameters] = useSearchParams();
  return (
    <>
      <PageHeader title={title} />
      <SettlementFilters parties={parties} />
      {settlements.length > 0 ? (
        <>
          <SettlementTable settlements={settlements} />
          <Pagination shown={settlements.length} next={next} />
        </>
      ) : parameters.size > 0 ? (
        <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
      ) : (
        <EmptyState title={t("noneYet")}>{t("noneYetHint")}</EmptyState>
      )}
    </>
  );
}
