import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findManageable } from "#app/features/members/find-editable.server.ts";
import { LegalEntityForm } from "#app/features/members/LegalEntityForm.tsx";
import { replaceLegalEntity } from "#app/features/members/queries/identity.server.ts";
import { legalEntityForm } from "#app/features/members/schema.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

export async function loader(args: LoaderFunctionArgs) {
  const { organization } = await findManageable(args);
  const current = organization.legalEntities.find(({ toOn }) => toOn === null);
  const { t, today } = args.context;
  return {
    title: t("members:changeLegalEntity"),
    organization: organization.name,
    today,
    version: current?.version ?? 0,
    values: {
      name: current?.name ?? "",
      creditCode: current?.creditCode ?? "",
      representative: current?.representative ?? "",
      fromOn: today,
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { organization } = await findManageable(args);
  const writer = await args.context.writer();
  const submission = parseWithZod(await args.request.formData(), { schema: legalEntityForm });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    const { version, ...fields } = submission.value;
    const change = { organizationId: organization.id, day: args.context.today, version, fields };
    await replaceLegalEntity(writer, change);
    return redirect(`/members/${organization.id}`);
  });
}

export default function ChangeLegalEntity() {
  const { title, organization, version, values, today } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader title={title} answer={<span lang="zh">{organization}</span>} />
      <LegalEntityForm values={values} version={version} today={today} answer={answer} />
    </>
  );
}
