import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import * as z from "zod";
import { canEditPermit } from "#app/features/sites/access.ts";
import { findPermitHolder } from "#app/features/sites/find-permit-holder.server.ts";
import { PermitForm } from "#app/features/sites/PermitForm.tsx";
import { insertPermits } from "#app/features/sites/queries/permits.server.ts";
import { newPermitForm } from "#app/features/sites/schema.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow, badParameter, found } from "#app/http/answers.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

const parameters = z.object({ site: z.uuid().optional(), organization: z.uuid().optional() });

/** What the permit is for: one site or one organization, named by the address for page and form alike. */
async function readHolder({ request, context }: LoaderFunctionArgs) {
  const { site, organization } = readParameters(request, parameters);
  if ((site === undefined) === (organization === undefined)) badParameter("site");
  const viewer = await context.viewer();
  const holder = found(await findPermitHolder(viewer, { site, organization }, context.today));
  allow(canEditPermit(viewer, holder));
  return holder;
}

export async function loader(args: LoaderFunctionArgs) {
  const { name } = await readHolder(args);
  return { title: args.context.t("sites:permit.add"), name, id: uuidv7(), pictureId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const writer = await args.context.writer();
  const { siteId, organizationId, page } = await readHolder(args);
  const submission = await parseWithZod(await args.request.formData(), {
    schema: newPermitForm,
    async: true,
  });
  if (submission.status !== "success") return refuseForm(submission);
  const { pictureId, picture, ...permit } = submission.value;
  return answerWrite(submission, async () => {
    const kept = picture && { id: pictureId, ...picture };
    await insertPermits(writer, [{ ...permit, siteId, organizationId, picture: kept }]);
    return redirect(page);
  });
}

export default function NewPermit() {
  const { title, name, id, pictureId } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader title={title} answer={<span lang="zh">{name}</span>} />
      <PermitForm values={{}} hidden={{ id }} pictureId={pictureId} answer={answer} />
    </>
  );
}
