import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerSheet, pagesOf } from "#app/features/exchange/answer-sheet.server.ts";
import { hazardSheet } from "#app/features/exchange/definitions/hazards.ts";
import { hazardFilter } from "#app/features/safety/filter.ts";
import { hazardKey, listHazards } from "#app/features/safety/queries/hazards.server.ts";
import { hazardStanding } from "#app/features/safety/standing.ts";
import { readParameters } from "#app/http/parameters.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { today } = context;
  const filter = readParameters(request, hazardFilter);
  const rows = pagesOf(
    async (page) => {
      const { items, next } = await listHazards(viewer, filter, { ...page, today });
      return { items, next: next && hazardKey(next) };
    },
    (hazards) =>
      hazards.map((hazard) => ({
        foundOn: hazard.foundOn,
        town: hazard.townName,
        operator: hazard.operatorName,
        site: hazard.siteName,
        siteCode: hazard.siteCode,
        description: hazard.description,
        severity: hazard.severity,
        responsible: hazard.responsible,
        dueOn: hazard.dueOn,
        standing: hazardStanding(hazard, today),
        rectifiedOn: hazard.rectifiedOn,
        closedOn: hazard.closedOn,
      })),
  );
  return answerSheet(request, context, hazardSheet, rows);
}
