import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ContactForm } from "#app/features/members/ContactForm.tsx";
import { findEditable } from "#app/features/members/find-editable.server.ts";
import { updateContacts } from "#app/features/members/queries/contacts.server.ts";
import { contactEdit } from "#app/features/members/schema.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { found } from "#app/http/answers.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

async function findContact(args: LoaderFunctionArgs) {
  const { organization } = await findEditable(args);
  return {
    organization,
    contact: found(organization.contacts.find(({ id }) => id === args.params.contactId)),
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const { organization, contact } = await findContact(args);
  const { role, name, phone, fromOn, version } = contact;
  return {
    title: args.context.t("members:editContact"),
    organization: organization.name,
    values: { role, name, phone: phone ?? "", fromOn: fromOn ?? "" },
    version,
    today: args.context.today,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { organization, contact } = await findContact(args);
  const writer = await args.context.writer();
  const submission = parseWithZod(await args.request.formData(), { schema: contactEdit });
  if (submission.status !== "success") return refuseForm(submission);
  const { version, ...fields } = submission.value;
  return answerWrite(submission, async () => {
    await updateContacts(writer, [{ id: contact.id, version, fields }]);
    return redirect(`/members/${organization.id}`);
  });
}

export default function EditContact() {
  const { title, organization, values, version, today } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader title={title} answer={<span lang="zh">{organization}</span>} />
      <ContactForm values={values} hidden={{ version }} today={today} answer={answer} />
    </>
  );
}
