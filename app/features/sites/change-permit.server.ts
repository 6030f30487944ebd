import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { Refused } from "#app/audit/errors.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { answerWrite, refuseForm } from "#app/forms/answer-write.server.ts";
import { type findPermit, updatePermits } from "./queries/permits.server.ts";
import { permitEnd, permitForm, permitReopening } from "./schema.ts";

type Permit = NonNullable<Awaited<ReturnType<typeof findPermit>>>;

/** What the forms of a permit's page do, by their intent; `save` is the ordinary one. */
export function changePermit(writer: Writer, permit: Permit, form: FormData) {
  switch (form.get("intent")) {
    case "end":
      return end(writer, permit, form);
    case "reopen":
      return reopen(writer, permit, form);
    default:
      return save(writer, permit, form);
  }
}

async function save(writer: Writer, { id }: Permit, form: FormData) {
  const submission = await parseWithZod(form, { schema: permitForm, async: true });
  if (submission.status !== "success") return refuseForm(submission);
  const { version, pictureId, picture, ...fields } = submission.value;
  return answerWrite(submission, async () => {
    const kept = picture && { id: pictureId, ...picture };
    await updatePermits(writer, [{ id, version, fields, picture: kept }]);
    return redirect(`/permits/${id}`);
  });
}

async function end(writer: Writer, { id, issuedOn }: Permit, form: FormData) {
  const submission = parseWithZod(form, { schema: permitEnd });
  if (submission.status !== "success") return refuseForm(submission);
  const { version, endedOn } = submission.value;
  return answerWrite(submission, async () => {
    if (issuedOn && endedOn < issuedOn) throw new Refused("endedOn", "error.endBeforeStart");
    await updatePermits(writer, [{ id, version, fields: { endedOn } }]);
    return redirect(`/permits/${id}`);
  });
}

async function reopen(writer: Writer, { id }: Permit, form: FormData) {
  const submission = parseWithZod(form, { schema: permitReopening });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    await updatePermits(writer, [{ id, version: submission.value.version, fields: { endedOn: null } }]);
    return redirect(`/permits/${id}`);
  });
}
