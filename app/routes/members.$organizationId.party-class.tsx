import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findManageable } from "#app/features/members/find-editable.server.ts";
import { PartyClassForm } from "#app/features/members/PartyClassForm.tsx";
import { setPartyClasses } from "#app/features/members/queries/identity.server.ts";
import { partyClassFields } from "#app/features/members/schema.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { found } from "#app/http/answers.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

/** Only a village has a Party organization that is classed. */
async function findVillage(args: LoaderFunctionArgs) {
  const { organization } = await findManageable(args);
  return found(organization.kind === "village" ? organization : undefined);
}

export async function loader(args: LoaderFunctionArgs) {
  const { name } = await findVillage(args);
  const { t, today } = args.context;
  return { title: t("members:setPartyClass"), organization: name, values: { year: today.slice(0, 4) } };
}

export async function action(args: ActionFunctionArgs) {
  const { id } = await findVillage(args);
  const writer = await args.context.writer();
  const submission = parseWithZod(await args.request.formData(), { schema: partyClassFields });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    await setPartyClasses(writer, [{ organizationId: id, ...submission.value }]);
    return redirect(`/members/${id}`);
  });
}

export default function SetPartyClass() {
  const { title, organization, values } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader title={title} answer={<span lang="zh">{organization}</span>} />
      <PartyClassForm values={values} answer={answer} />
    </>
  );
}
