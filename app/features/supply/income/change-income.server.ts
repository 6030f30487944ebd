import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { Refused } from "#app/audit/errors.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { answerWrite, refuseForm } from "#app/forms/answer-write.server.ts";
import { badParameter } from "#app/http/answers.server.ts";
import { listOrganizationOptions } from "../../members/list-organization-options.server.ts";
import { reversalForm } from "../schema.ts";
import { insertIncome, reverseIncome } from "./queries/write-income.server.ts";
import { incomeForm } from "./schema.ts";

/** What the forms of a village's income do, by their intent. */
export async function changeIncome(
  writer: Writer,
  village: { id: string },
  { request, context }: ActionFunctionArgs,
) {
  const form = await request.formData();
  const organizationId = village.id;
  const back = () => redirect(`/members/${organizationId}/income`);
  if (form.get("intent") === "reverse") {
    const submission = parseWithZod(form, { schema: reversalForm });
    if (submission.status !== "success") return refuseForm(submission);
    return answerWrite(submission, async () => {
      await reverseIncome(writer, { ...submission.value, organizationId });
      return back();
    });
  }
  if (form.get("intent") !== "add") return badParameter("intent");
  const submission = parseWithZod(form, { schema: incomeForm });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    const { fromOrganizationId } = submission.value;
    const known = (await listOrganizationOptions(writer.viewer, context)).flatMap(({ options }) => options);
    if (fromOrganizationId && !known.some(({ value }) => value === fromOrganizationId))
      throw new Refused("fromOrganizationId", "income:error.partner");
    await insertIncome(writer, [{ ...submission.value, organizationId }]);
    return back();
  });
}
