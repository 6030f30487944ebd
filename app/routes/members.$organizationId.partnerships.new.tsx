import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import * as z from "zod";
import { findManageable } from "#app/features/members/find-editable.server.ts";
import { listOrganizationOptions } from "#app/features/members/list-organization-options.server.ts";
import { PartnershipForm } from "#app/features/members/PartnershipForm.tsx";
import { insertPartnerships } from "#app/features/members/queries/partnerships.server.ts";
import { partnershipFields } from "#app/features/members/schema.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, organization } = await findManageable(args);
  const { t, today } = args.context;
  return {
    title: t("members:addPartnership"),
    organization: organization.name,
    id: uuidv7(),
    today,
    partners: await listOrganizationOptions(viewer, args.context, ({ id }) => id !== organization.id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { organization } = await findManageable(args);
  const writer = await args.context.writer();
  const submission = parseWithZod(await args.request.formData(), {
    schema: partnershipFields.extend({ id: z.uuid() }),
  });
  if (submission.status !== "success") return refuseForm(submission);
  const { partnerId, ...partnership } = submission.value;
  return answerWrite(submission, async () => {
    await insertPartnerships(writer, [{ ...partnership, aId: organization.id, bId: partnerId }]);
    return redirect(`/members/${organization.id}`);
  });
}

export default function NewPartnership() {
  const { title, organization, id, today, partners } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader title={title} answer={<span lang="zh">{organization}</span>} />
      <PartnershipForm hidden={{ id }} today={today} partners={partners} answer={answer} />
    </>
  );
}
