import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Expression } from "kysely";
import { DayForm } from "#app/features/members/DayForm.tsx";
import { findManageable } from "#app/features/members/find-editable.server.ts";
import { Obstacles } from "#app/features/members/Obstacles.tsx";
import { whatHangsOn } from "#app/features/members/queries/what-hangs-on.server.ts";
import {
  endOrganization,
  reopenOrganization,
} from "#app/features/members/queries/write-organizations.server.ts";
import { organizationEnd, organizationReopening } from "#app/features/members/schema.ts";
import { operatorsWith } from "#app/features/sites/queries/totals.server.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, organization } = await findManageable(args);
  const { id, name, version, endedOn } = organization;
  const { t, today } = args.context;
  return {
    title: t(endedOn === null ? "members:endOrganization" : "members:reopenOrganization"),
    organization: { id, name, ended: endedOn !== null },
    version,
    today,
    hangsOn: await whatHangsOn(viewer, id, operatorsWith(viewer, {}) as Expression<string>),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, organization } = await findManageable(args);
  const { id } = organization;
  const writer = await args.context.writer();
  const form = await args.request.formData();
  const back = redirect(`/members/${id}`);
  if (form.get("intent") === "reopen") {
    const submission = parseWithZod(form, { schema: organizationReopening });
    if (submission.status !== "success") return refuseForm(submission);
    return answerWrite(submission, async () => {
      await reopenOrganization(writer, { id, ...submission.value });
      return back;
    });
  }
  const submission = parseWithZod(form, { schema: organizationEnd });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    const operators = operatorsWith(viewer, {}) as Expression<string>;
    await endOrganization(writer, { id, ...submission.value }, operators);
    return back;
  });
}

export default function EndOrganization() {
  const { title, organization, version, today, hangsOn } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  const { id, name, ended } = organization;
  const settled = !Object.values(hangsOn).includes(true);
  return (
    <>
      <PageHeader title={title} answer={<span lang="zh">{name}</span>} />
      <Obstacles organizationId={id} hangsOn={hangsOn} />
      {ended ? (
        <DayForm hidden={{ version }} intent="reopen" today={today} answer={answer} />
      ) : (
        settled && <DayForm field="endedOn" hidden={{ version }} intent="end" today={today} answer={answer} />
      )}
    </>
  );
}
