import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerSheet, pagesOf } from "#app/features/exchange/answer-sheet.server.ts";
import { openHouseholdRegister } from "#app/features/exchange/registers/households.server.ts";
import { canSeeHouseholds } from "#app/features/members/access.ts";
import { householdFilter } from "#app/features/members/filter.ts";
import { listHouseholds } from "#app/features/members/queries/households.server.ts";
import { allow } from "#app/http/answers.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(canSeeHouseholds(viewer));
  const { organization, ended, ...filter } = readParameters(request, householdFilter);
  const { definition, valuesOf } = await openHouseholdRegister(viewer, context.today);
  const rows = pagesOf(
    (page) => listHouseholds(viewer, { ...filter, organizationId: organization, ended }, page),
    (households) => households.map(valuesOf),
  );
  return answerSheet(request, context, definition, rows);
}
