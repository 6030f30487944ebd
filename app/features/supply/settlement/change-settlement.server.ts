import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import type { Writer } from "#app/auth/viewer.ts";
import { answerWrite, refuseForm } from "#app/forms/answer-write.server.ts";
import { allow, badParameter } from "#app/http/answers.server.ts";
import { canAdvance, type Parties, sideOf } from "../access.ts";
import { reversalForm } from "../schema.ts";
import { answerSettlement } from "./queries/answer-settlement.server.ts";
import { insertPayment, reversePayment } from "./queries/payments.server.ts";
import { confirmForm, disputeForm, paymentForm } from "./schema.ts";

type Settlement = Parties & { id: string };

/** What the forms of a statement's page do, by their intent. */
export function changeSettlement(writer: Writer, settlement: Settlement, form: FormData) {
  switch (form.get("intent")) {
    case "confirm":
      return confirm(writer, settlement, form);
    case "dispute":
      return dispute(writer, settlement, form);
    case "pay":
      return pay(writer, settlement, form);
    case "reverse":
      return reverse(writer, settlement, form);
    default:
      return badParameter("intent");
  }
}

const back = ({ id }: Settlement) => redirect(`/settlements/${id}`);

async function confirm(writer: Writer, settlement: Settlement, form: FormData) {
  allow(sideOf(writer.viewer, settlement) !== undefined);
  const submission = parseWithZod(form, { schema: confirmForm });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    const { id } = submission.value;
    await answerSettlement(writer, { id, settlementId: settlement.id, answer: "confirmed" });
    return back(settlement);
  });
}

async function dispute(writer: Writer, settlement: Settlement, form: FormData) {
  allow(sideOf(writer.viewer, settlement) !== undefined);
  const submission = parseWithZod(form, { schema: disputeForm });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    await answerSettlement(writer, {
      ...{ ...submission.value, settlementId: settlement.id, answer: "disputed" },
    });
    return back(settlement);
  });
}

async function pay(writer: Writer, settlement: Settlement, form: FormData) {
  allow(canAdvance(writer.viewer, settlement));
  const submission = parseWithZod(form, { schema: paymentForm });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    await insertPayment(writer, { ...submission.value, settlementId: settlement.id });
    return back(settlement);
  });
}

async function reverse(writer: Writer, settlement: Settlement, form: FormData) {
  allow(canAdvance(writer.viewer, settlement));
  const submission = parseWithZod(form, { schema: reversalForm });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    await reversePayment(writer, { ...submission.value, settlementId: settlement.id });
    return back(settlement);
  });
}
