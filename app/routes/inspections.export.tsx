import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerSheet, pagesOf } from "#app/features/exchange/answer-sheet.server.ts";
import { inspectionSheet } from "#app/features/exchange/definitions/inspections.ts";
import { inspectionFilter } from "#app/features/safety/filter.ts";
import { inspectionKey, listInspections } from "#app/features/safety/queries/inspections.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const filter = readParameters(request, inspectionFilter);
  const rows = pagesOf(
    async (page) => {
      const { items, next } = await listInspections(viewer, filter, page);
      return { items, next: next && inspectionKey(next) };
    },
    (inspections) =>
      inspections.map((inspection) => ({
        inspectedOn: inspection.inspectedOn,
        town: inspection.townName,
        operator: inspection.operatorName,
        site: inspection.siteName,
        siteCode: inspection.siteCode,
        inspectors: inspection.inspectors,
        checked: String(inspection.checked),
        failed: String(inspection.failed),
      })),
  );
  return answerSheet(request, context, inspectionSheet, rows);
}
