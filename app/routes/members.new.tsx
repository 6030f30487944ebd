import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import * as z from "zod";
import { canManageOrganizations } from "#app/features/members/access.ts";
import { organizationKinds } from "#app/features/members/kinds.ts";
import { OrganizationForm } from "#app/features/members/OrganizationForm.tsx";
import { listTowns } from "#app/features/members/queries/towns.server.ts";
import { addOrganization } from "#app/features/members/queries/write-organizations.server.ts";
import { newOrganizationFields } from "#app/features/members/schema.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow } from "#app/http/answers.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

const parameters = z.object({ kind: z.enum(organizationKinds).default("village") });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(canManageOrganizations(viewer));
  const { kind } = readParameters(request, parameters);
  const towns = await listTowns(viewer);
  return {
    title: context.t(kind === "village" ? "members:addVillage" : "members:addEnterprise"),
    kind,
    id: uuidv7(),
    towns: towns.map(({ code, name }) => ({ value: code, label: name })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  allow(canManageOrganizations(writer.viewer));
  const submission = parseWithZod(await request.formData(), { schema: newOrganizationFields });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    await addOrganization(writer, submission.value);
    return redirect(`/members/${submission.value.id}`);
  });
}

export default function NewOrganization() {
  const { title, kind, id, towns } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader title={title} />
      <OrganizationForm
        values={{ kind }}
        kind={kind}
        hidden={{ id }}
        towns={towns}
        mayManage
        answer={answer}
      />
    </>
  );
}
