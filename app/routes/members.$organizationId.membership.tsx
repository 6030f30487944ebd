import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import { DayForm } from "#app/features/members/DayForm.tsx";
import { findManageable } from "#app/features/members/find-editable.server.ts";
import { joinAlliance, leaveAlliance } from "#app/features/members/queries/memberships.server.ts";
import { joiningFields, leavingFields } from "#app/features/members/schema.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

export async function loader(args: LoaderFunctionArgs) {
  const { organization } = await findManageable(args);
  const isMember = organization.memberships.some(({ leftOn }) => leftOn === null);
  const { t, today } = args.context;
  return {
    title: t(isMember ? "members:leaveAlliance" : "members:joinAlliance"),
    organization: organization.name,
    intent: isMember ? ("leave" as const) : ("join" as const),
    id: uuidv7(),
    today,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { organization } = await findManageable(args);
  const writer = await args.context.writer();
  const form = await args.request.formData();
  const { id: organizationId, name: organizationName } = organization;
  const back = redirect(`/members/${organizationId}`);
  if (form.get("intent") === "leave") {
    const submission = parseWithZod(form, { schema: leavingFields });
    if (submission.status !== "success") return refuseForm(submission);
    return answerWrite(submission, async () => {
      await leaveAlliance(writer, { organizationId, organizationName, ...submission.value });
      return back;
    });
  }
  const submission = parseWithZod(form, { schema: joiningFields });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    await joinAlliance(writer, { organizationId, organizationName, ...submission.value });
    return back;
  });
}

export default function Membership() {
  const { title, organization, intent, id, today } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader title={title} answer={<span lang="zh">{organization}</span>} />
      <DayForm
        field={intent === "leave" ? "leftOn" : "joinedOn"}
        hidden={{ id }}
        intent={intent}
        today={today}
        answer={answer}
      />
    </>
  );
}
