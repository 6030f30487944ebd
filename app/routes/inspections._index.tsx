import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { listTowns } from "#app/features/members/queries/towns.server.ts";
import { canInspectSites } from "#app/features/safety/access.ts";
import { inspectionFilter } from "#app/features/safety/filter.ts";
import { InspectionFilters } from "#app/features/safety/InspectionFilters.tsx";
import { InspectionList } from "#app/features/safety/InspectionList.tsx";
import {
  countInspections,
  inspectionKey,
  listInspections,
} from "#app/features/safety/queries/inspections.server.ts";
import { rowsPerPage } from "#app/http/bounds.ts";
import { writePageKey } from "#app/http/page-key.server.ts";
import { readAfterDay, readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { ExportLinks } from "#app/ui/ExportLinks.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Pagination } from "#app/ui/Pagination.tsx";

export const meta = titleFromLoader;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const filter = readParameters(request, inspectionFilter);
  const [page, counts, towns] = await Promise.all([
    listInspections(viewer, filter, { after: readAfterDay(request), limit: rowsPerPage }),
    countInspections(viewer, filter),
    canInspectSites(viewer) && viewer.role !== "town" ? listTowns(viewer) : undefined,
  ]);
  return {
    title: context.t("safety:inspections"),
    inspections: page.items,
    next: page.next && writePageKey(inspectionKey(page.next)),
    counts,
    towns,
    mayInspect: canInspectSites(viewer),
    today: context.today,
  };
}

export default function Inspections() {
  const { title, inspections, next, counts, towns, mayInspect, today } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("safety");
  const [parameters] = useSearchParams();
  const { count, hazards } = counts;
  const add = mayInspect && (
    <ButtonLink to="/inspections/new" icon="plus" variant="primary">
      {t("inspection.add")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={title}
        answer={t("inspection.answer", {
          count,
          number: formatNumber(count, i18n.language),
          hazards: formatNumber(hazards, i18n.language),
        })}
        actions={
          <>
            {add}
            <ButtonLink to="/hazards" icon="hazard">
              {t("hazards")}
            </ButtonLink>
            <ExportLinks of="/inspections" />
          </>
        }
      />
      <InspectionFilters towns={towns} today={today} />
      {inspections.length > 0 ? (
        <>
          <InspectionList inspections={inspections} />
          <Pagination shown={inspections.length} total={count} next={next} />
        </>
      ) : parameters.size > 0 ? (
        <EmptyState title={t("inspection.none")}>{t("inspection.noneHint")}</EmptyState>
      ) : (
        <EmptyState title={t("inspection.noneYet")} action={add}>
          {t("inspection.noneYetHint")}
        </EmptyState>
      )}
    </>
  );
}
