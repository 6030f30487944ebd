import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import type { Writer } from "#app/auth/viewer.ts";
import { answerWrite, refuseForm } from "#app/forms/answer-write.server.ts";
import { allow, badParameter } from "#app/http/answers.server.ts";
import { canAdvance, canWrite, type Parties, sideOf } from "./access.ts";
import { insertAdvances, reverseAdvance } from "./queries/advances.server.ts";
import { consentTo, endAgreement } from "./queries/agreement-versions.server.ts";
import { advanceForm, consentForm, endForm, reversalForm } from "./schema.ts";

type Agreement = Parties & { id: string };

/** What the forms of an agreement's page do, by their intent. */
export function changeAgreement(writer: Writer, agreement: Agreement, form: FormData) {
  switch (form.get("intent")) {
    case "confirm":
      return confirm(writer, agreement, form);
    case "end":
      return end(writer, agreement, form);
    case "advance":
      return advance(writer, agreement, form);
    case "reverse":
      return reverse(writer, agreement, form);
    default:
      return badParameter("intent");
  }
}

const back = ({ id }: Agreement) => redirect(`/agreements/${id}`);

async function confirm(writer: Writer, agreement: Agreement, form: FormData) {
  allow(sideOf(writer.viewer, agreement) !== undefined);
  const submission = parseWithZod(form, { schema: consentForm });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    await consentTo(writer, { agreementId: agreement.id, number: submission.value.number });
    return back(agreement);
  });
}

async function end(writer: Writer, agreement: Agreement, form: FormData) {
  allow(canWrite(writer.viewer, agreement));
  const submission = parseWithZod(form, { schema: endForm });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    await endAgreement(writer, { agreementId: agreement.id, endedOn: submission.value.endedOn });
    return back(agreement);
  });
}

async function advance(writer: Writer, agreement: Agreement, form: FormData) {
  allow(canAdvance(writer.viewer, agreement));
  const submission = parseWithZod(form, { schema: advanceForm });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    await insertAdvances(writer, [{ ...submission.value, agreementId: agreement.id }]);
    return back(agreement);
  });
}

async function reverse(writer: Writer, agreement: Agreement, form: FormData) {
  allow(canAdvance(writer.viewer, agreement));
  const submission = parseWithZod(form, { schema: reversalForm });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    await reverseAdvance(writer, { ...submission.value, agreementId: agreement.id });
    return back(agreement);
  });
}
