import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DayForm } from "#app/features/members/DayForm.tsx";
import { findManageable } from "#app/features/members/find-editable.server.ts";
import { endPartnership, listPartnerships } from "#app/features/members/queries/partnerships.server.ts";
import { partnershipEnd } from "#app/features/members/schema.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { found } from "#app/http/answers.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

async function findPartnership(args: LoaderFunctionArgs) {
  const { viewer, organization } = await findManageable(args);
  const partnerships = await listPartnerships(viewer, organization.id, args.context.today);
  return {
    organization,
    partnership: found(partnerships.find(({ id }) => id === args.params.partnershipId)),
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const { organization, partnership } = await findPartnership(args);
  const { t, today } = args.context;
  return {
    title: t("members:endPartnership"),
    names: [organization.name, partnership.partnerName],
    fromOn: partnership.fromOn,
    today,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { organization, partnership } = await findPartnership(args);
  const writer = await args.context.writer();
  const submission = parseWithZod(await args.request.formData(), { schema: partnershipEnd });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    await endPartnership(writer, { id: partnership.id, ...submission.value });
    return redirect(`/members/${organization.id}`);
  });
}

export default function EndPartnership() {
  const { title, names, fromOn, today } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader title={title} answer={<span lang="zh">{names.join(" — ")}</span>} />
      <DayForm field="toOn" earliest={fromOn} today={today} answer={answer} />
    </>
  );
}
