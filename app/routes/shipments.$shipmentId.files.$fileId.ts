import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerPicture } from "#app/features/sites/answer-picture.server.ts";
import { findReceiptPicture } from "#app/features/supply/shipments/queries/shipments.server.ts";
import { found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const kept = { shipmentId: readId(params.shipmentId), fileId: readId(params.fileId) };
  return answerPicture(found(await findReceiptPicture(viewer, kept)));
}
