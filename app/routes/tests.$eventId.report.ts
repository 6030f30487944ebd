import type { LoaderFunctionArgs } from "@remix-run/node";
import { findReport } from "#app/features/production/treatments/queries/record-test.server.ts";
import { answerPicture } from "#app/features/sites/answer-picture.server.ts";
import { found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  return answerPicture(found(await findReport(viewer, readId(params.eventId))));
}
