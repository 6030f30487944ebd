import type { LoaderFunctionArgs } from "@remix-run/node";
import { findHazardPicture } from "#app/features/safety/queries/hazards.server.ts";
import { answerPicture } from "#app/features/sites/answer-picture.server.ts";
import { found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const asked = { hazardId: readId(params.hazardId), stepId: readId(params.stepId) };
  return answerPicture(found(await findHazardPicture(viewer, asked)));
}
