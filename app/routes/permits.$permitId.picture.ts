import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerPicture } from "#app/features/sites/answer-picture.server.ts";
import { findPermitPicture } from "#app/features/sites/queries/permits.server.ts";
import { found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  return answerPicture(found(await findPermitPicture(viewer, readId(params.permitId))));
}
