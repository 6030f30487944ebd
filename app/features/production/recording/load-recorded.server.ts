import { v7 as uuidv7 } from "uuid";
import * as z from "zod";
import type { Visit } from "#app/auth/session.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { badParameter } from "#app/http/answers.server.ts";
import { isUndo } from "../events/void.ts";
import { listEventFiles } from "../queries/event-files.server.ts";
import { findRecorded } from "../queries/find-recorded.server.ts";

const ids = z.array(z.uuid()).max(400);

/** What the address names, as far as the viewer may see it; what can still be undone carries the id of its void. */
export async function loadRecorded({ viewer, now }: Writer, { preferences }: Visit, request: Request) {
  const asked = ids.safeParse(new URL(request.url).searchParams.getAll("event"));
  if (!asked.success) badParameter("event");
  const [recorded, files] = await Promise.all([
    findRecorded(viewer, asked.data),
    listEventFiles(viewer, asked.data),
  ]);
  return recorded.map(({ accountId, operatorId: _, townCode: __, ...one }) => ({
    ...one,
    unit: preferences.unit,
    files: files.filter(({ eventId }) => eventId === one.id),
    voidId:
      !one.waiting &&
      !one.isVoided &&
      one.kind !== "void" &&
      isUndo({ ...one, accountId }, { userId: viewer.userId, now })
        ? uuidv7()
        : undefined,
  }));
}
export type RecordedPage = Awaited<ReturnType<typeof loadRecorded>>;
