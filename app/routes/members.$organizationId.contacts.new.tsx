import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import * as z from "zod";
import { ContactForm } from "#app/features/members/ContactForm.tsx";
import { findEditable } from "#app/features/members/find-editable.server.ts";
import { insertContacts } from "#app/features/members/queries/contacts.server.ts";
import { contactFields } from "#app/features/members/schema.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

export async function loader(args: LoaderFunctionArgs) {
  const { organization } = await findEditable(args);
  const { t, today } = args.context;
  return { title: t("members:addContact"), organization: organization.name, id: uuidv7(), today };
}

export async function action(args: ActionFunctionArgs) {
  const { organization } = await findEditable(args);
  const writer = await args.context.writer();
  const submission = parseWithZod(await args.request.formData(), {
    schema: contactFields.extend({ id: z.uuid() }),
  });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    await insertContacts(writer, [{ organizationId: organization.id, ...submission.value }]);
    return redirect(`/members/${organization.id}`);
  });
}

export default function NewContact() {
  const { title, organization, id, today } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader title={title} answer={<span lang="zh">{organization}</span>} />
      <ContactForm values={{}} hidden={{ id }} today={today} answer={answer} />
    </>
  );
}
