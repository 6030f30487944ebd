import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import type { Writer } from "#app/auth/viewer.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { chinaDay } from "#app/i18n/day.ts";
import { draftSettlement } from "./draft.server.ts";
import { type Preview, shown } from "./load-draft.server.ts";
import { insertSettlement } from "./queries/write-settlement.server.ts";
import { settlementForm } from "./schema.ts";

export type DraftAnswer = Unwritten & { preview?: Preview };

/** The form of a statement: works out what it comes to, and writes what was shown. */
export function answerDraft(writer: Writer, agreementId: string, form: FormData) {
  const submission = parseWithZod(form, { schema: settlementForm });
  if (submission.status !== "success") return refuseForm(submission);
  const { seenFen, ...said } = submission.value;
  return answerWrite(submission, async () => {
    if (form.get("intent") === "write" && seenFen !== null) {
      await insertSettlement(writer, { ...said, agreementId, seenFen });
      return redirect(`/settlements/${said.id}`);
    }
    const { fromOn, toOn, correctsId, facts } = said;
    const { sources, reckoned } = await draftSettlement(writer.viewer, agreementId, {
      ...{ period: { fromOn, toOn, correctsId }, facts, today: chinaDay(writer.now) },
    });
    return data<DraftAnswer>({ result: submission.reply(), preview: shown(reckoned, sources) });
  });
}
