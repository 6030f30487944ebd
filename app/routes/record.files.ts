import type { ActionFunctionArgs } from "@remix-run/node";
import * as z from "zod";
import { IdTaken, Missing, Refused } from "#app/audit/errors.ts";
import { canRecord } from "#app/features/production/access.ts";
import { attachFile, sitesOfEvents } from "#app/features/production/queries/event-files.server.ts";
import { readMedia } from "#app/features/production/recording/read-media.server.ts";
import { errorText } from "#app/forms/errorText.ts";
import { problem } from "#app/http/problem.server.ts";

const events = z.array(z.uuid()).min(1).max(100);

/** A photo or voice note that the pond's script sends after the events it belongs to. */
export async function action({ request, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  const form = await request.formData();
  const eventIds = events.safeParse(form.getAll("event"));
  if (!eventIds.success) return problem(400);
  try {
    const sites = await sitesOfEvents(writer.viewer, eventIds.data);
    if (!sites.every((site) => canRecord(writer.viewer, site))) return problem(403);
    const [file] = await readMedia(form);
    if (!file) return problem(400);
    await attachFile(writer, { eventIds: eventIds.data, file });
    return Response.json({ id: file.id });
  } catch (error) {
    if (error instanceof Missing) return problem(404);
    if (error instanceof IdTaken) return problem(409);
    if (error instanceof Refused)
      return problem(422, { detail: errorText(context.t as never, error.message) });
    throw error;
  }
}
