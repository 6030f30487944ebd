import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerSheet, pagesOf } from "#app/features/exchange/answer-sheet.server.ts";
import { listSiteRecords } from "#app/features/exchange/queries/site-records.server.ts";
import { openSiteRegister } from "#app/features/exchange/registers/sites.server.ts";
import { siteFilter } from "#app/features/sites/filter.ts";
import { listSites } from "#app/features/sites/queries/list-sites.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const filter = readParameters(request, siteFilter);
  const { definition, valuesOf } = await openSiteRegister(viewer, context.today);
  const rows = pagesOf(
    (page) => listSites(viewer, filter, page),
    async (sites) => {
      const records = await listSiteRecords(viewer, { ids: sites.map(({ id }) => id) });
      return records.map((record) => ({ ...valuesOf(record), system: record.lng === null ? "" : "wgs84" }));
    },
  );
  return answerSheet(request, context, definition, rows);
}
