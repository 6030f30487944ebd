import { parse, type Submission } from "@conform-to/react";
import { redirect } from "@remix-run/node";
import type { $ZodIssue } from "zod/v4/core";
import { Refused } from "#app/audit/errors.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { inTransaction } from "#app/database.server.ts";
import { answerWrite, askAgain, refuseForm } from "#app/forms/answer-write.server.ts";
import { allow } from "#app/http/answers.server.ts";
import { Doubtful, NotAllowed } from "../errors.ts";
import { type EventBody, eventBody } from "../events/registry.ts";
import { attachFile } from "../queries/event-files.server.ts";
import { recordEvents } from "../queries/record-events.server.ts";
import { retrying } from "../queries/retrying.server.ts";
import { type EntryKind, entryOf } from "./entries.ts";
import { readEntry } from "./read-entry.ts";
import { readMedia } from "./read-media.server.ts";

/** What a form of the pond does without a script: the same events as the script sends, and its file at once. */
export async function saveEntry(writer: Writer, kind: EntryKind | "again", form: FormData) {
  const submission = parse<EventBody[], string[]>(form, { resolve: () => readBodies(kind, form) });
  if (submission.status !== "success") return refuseForm(submission as Submission<never>);
  const bodies = submission.value;
  const eventIds = bodies.map(({ id }) => id);
  return answerWrite(submission, async () => {
    try {
      const files = await readMedia(form);
      await retrying(() =>
        inTransaction(async (trx) => {
          await recordEvents(writer, bodies, {}, trx);
          for (const file of files) await attachFile(writer, { eventIds, file }, trx);
        }),
      );
      return redirect(`/record/done?${new URLSearchParams(eventIds.map((id) => ["event", id]))}`);
    } catch (error) {
      if (error instanceof Doubtful)
        return askAgain(submission, [...new Set(error.doubts.flatMap(({ codes }) => codes))]);
      if (error instanceof NotAllowed) allow(false);
      throw error;
    }
  });
}

/** The events of a form, or what is wrong by the names of its fields. */
function readBodies(kind: EntryKind | "again", form: FormData) {
  const parsed = readEntry(kind, form).map((body) => eventBody.safeParse(body));
  const issues = parsed.flatMap(({ error }) => error?.issues ?? []);
  if (parsed.length === 0) return { error: { siteId: ["recording:error.choose"] } };
  if (issues.length === 0) return { value: parsed.map(({ data }) => data as EventBody) };
  return { error: Object.fromEntries(issues.map((issue) => [fieldOf(issue, kind), [issue.message]])) };
}

/** `into[0].count`, as forms name what is inside a list. */
function fieldOf({ path }: $ZodIssue, kind: EntryKind | "again") {
  const name = path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index > 0 ? "." : ""}${String(part)}`))
    .join("");
  return name || (kind === "again" ? "siteId" : entryOf(kind).chosen);
}

/** Takes entries back within ten minutes; each void under the id that the form carries for it. */
export async function undoEntries(writer: Writer, form: FormData) {
  const eventIds = form.getAll("event").map(String);
  const bodies = eventIds.map((eventId) =>
    eventBody.safeParse({ kind: "void", id: form.get(`void-${eventId}`), eventId }),
  );
  const voids = bodies.flatMap(({ data }) => data ?? []);
  if (voids.length === 0 || voids.length < eventIds.length) throw new Refused("eventId", "error.invalid");
  await recordEvents(writer, voids);
  return redirect(`/record/done?${new URLSearchParams(eventIds.map((id) => ["event", id]))}`);
}
