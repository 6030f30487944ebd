import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { listTowns } from "#app/features/members/queries/towns.server.ts";
import { canInspectSites } from "#app/features/safety/access.ts";
import { hazardFilter } from "#app/features/safety/filter.ts";
import { HazardFilters } from "#app/features/safety/HazardFilters.tsx";
import { HazardList } from "#app/features/safety/HazardList.tsx";
import { MonthFigures } from "#app/features/safety/MonthFigures.tsx";
import { monthOf } from "#app/features/safety/month.ts";
import { countHazards, hazardKey, listHazards } from "#app/features/safety/queries/hazards.server.ts";
import { monthFigures } from "#app/features/safety/queries/month-figures.server.ts";
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
  const { today } = context;
  const filter = readParameters(request, hazardFilter);
  const month = filter.month ?? monthOf(today);
  const [page, counts, towns, figures] = await Promise.all([
    listHazards(viewer, filter, { today, after: readAfterDay(request), limit: rowsPerPage }),
    countHazards(viewer, filter, today),
    canInspectSites(viewer) && viewer.role !== "town" ? listTowns(viewer) : undefined,
    canInspectSites(viewer) ? monthFigures(viewer, month, today) : undefined,
  ]);
  return {
    title: context.t("safety:hazards"),
    hazards: page.items,
    next: page.next && writePageKey(hazardKey(page.next)),
    counts,
    towns,
    figures,
    month,
    today,
  };
}

export default function Hazards() {
  const { title, hazards, next, counts, towns, figures, month, today } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("safety");
  const [parameters] = useSearchParams();
  const number = (count: number) => formatNumber(count, i18n.language);
  const { overdue, open, rectified, closed } = counts;
  return (
    <>
      <PageHeader
        title={title}
        answer={t("hazard.answer", {
          overdue: number(overdue),
          open: number(open),
          rectified: number(rectified),
          closed: number(closed),
        })}
        actions={
          <>
            <ButtonLink to="/inspections" icon="inspection">
              {t("inspections")}
            </ButtonLink>
            <ButtonLink to={`/hazards/print?${parameters}`} icon="print">
              {t("print.open")}
            </ButtonLink>
            <ExportLinks of="/hazards" />
          </>
        }
      />
      <HazardFilters towns={towns} today={today} />
      {hazards.length > 0 ? (
        <>
          <HazardList hazards={hazards} today={today} />
          <Pagination shown={hazards.length} total={overdue + open + rectified + closed} next={next} />
        </>
      ) : parameters.size > 0 ? (
        <EmptyState title={t("hazard.noneFits")}>{t("hazard.noneFitsHint")}</EmptyState>
      ) : (
        <EmptyState title={t("hazard.noneYet")}>{t("hazard.noneYetHint")}</EmptyState>
      )}
      {figures && <MonthFigures towns={figures} month={month} />}
    </>
  );
}
