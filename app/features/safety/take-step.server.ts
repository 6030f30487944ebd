import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import type { Writer } from "#app/auth/viewer.ts";
import { answerWrite, refuseForm } from "#app/forms/answer-write.server.ts";
import { allow, badParameter } from "#app/http/answers.server.ts";
import { stepKinds } from "./kinds.ts";
import { canTakeStep, needsPicture } from "./possible-steps.ts";
import type { Hazard } from "./queries/hazards.server.ts";
import { takeSteps } from "./queries/write-steps.server.ts";
import { stepForm } from "./schema.ts";

/** What the forms of a hazard's page do, by their intent: the kind of step. */
export async function answerStep(writer: Writer, hazard: Hazard, form: FormData) {
  const kind = stepKinds.find((one) => one === form.get("intent")) ?? badParameter("intent");
  allow(canTakeStep(writer.viewer, hazard, kind));
  const schema = stepForm(kind, { needsPicture: needsPicture(writer.viewer, kind) });
  const submission = await parseWithZod(form, { schema, async: true });
  if (submission.status !== "success") return refuseForm(submission);
  const { pictureId, picture, ...step } = submission.value;
  return answerWrite(submission, async () => {
    const kept = picture && { id: pictureId, ...picture };
    await takeSteps(writer, [{ ...step, kind, hazardId: hazard.id, picture: kept }]);
    return redirect(`/hazards/${hazard.id}`);
  });
}
