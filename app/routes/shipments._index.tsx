import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { isCoordinator } from "#app/auth/viewer.ts";
import { listOrganizationOptions } from "#app/features/members/list-organization-options.server.ts";
import { canRegister } from "#app/features/supply/access.ts";
import { monthsOf } from "#app/features/supply/months.ts";
import { shipmentFilter } from "#app/features/supply/shipments/filter.ts";
import { listShipments } from "#app/features/supply/shipments/queries/shipments.server.ts";
import { ShipmentFilters } from "#app/features/supply/shipments/ShipmentFilters.tsx";
import { ShipmentTable } from "#app/features/supply/shipments/ShipmentTable.tsx";
import { rowsPerPage } from "#app/http/bounds.ts";
import { writePageKey } from "#app/http/page-key.server.ts";
import { readAfterDay, readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { addDays } from "#app/i18n/day.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Pagination } from "#app/ui/Pagination.tsx";

export const meta = titleFromLoader;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const filter = readParameters(request, shipmentFilter);
  const { today } = context;
  const seesAll = isCoordinator(viewer) || viewer.role === "inspector";
  const [page, parties] = await Promise.all([
    listShipments(viewer, filter, { after: readAfterDay(request), limit: rowsPerPage }),
    seesAll ? listOrganizationOptions(viewer, context) : undefined,
  ]);
  return {
    title: context.t("shipments:title"),
    shipments: page.items,
    next: page.next && writePageKey(page.next),
    parties: parties?.flatMap(({ options }) => options),
    months: monthsOf(addDays(today, -365), addDays(today, 60)).map((month) => month.slice(0, 7)),
    mayPlan: canRegister(viewer),
  };
}

export default function Shipments() {
  const { title, shipments, next, parties, months, mayPlan } = useLoaderData<typeof loader>();
  const { t } = useTranslation("shipments");
  const [parameters] = useSearchParams();
  return (
    <>
      <PageHeader
        title={title}
        actions={
          mayPlan && (
            <ButtonLink to="/shipments/new" icon="plus">
              {t("add")}
            </ButtonLink>
          )
        }
      />
      <ShipmentFilters months={months} parties={parties} />
      {shipments.length > 0 ? (
        <>
          <ShipmentTable shipments={shipments} />
          <Pagination shown={shipments.length} next={next} />
        </>
      ) : parameters.size > 0 ? (
        <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
      ) : (
        <EmptyState title={t("noneYet")}>{t("noneYetHint")}</EmptyState>
      )}
    </>
  );
}
