import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { canManageOrganizations } from "#app/features/members/access.ts";
import { findEditable } from "#app/features/members/find-editable.server.ts";
import { OrganizationForm } from "#app/features/members/OrganizationForm.tsx";
import { organizationValues } from "#app/features/members/organization-values.ts";
import { listTowns } from "#app/features/members/queries/towns.server.ts";
import { updateOrganizations } from "#app/features/members/queries/write-organizations.server.ts";
import { organizationEdit, organizationPlaceEdit } from "#app/features/members/schema.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, organization } = await findEditable(args);
  const { name, kind, version } = organization;
  const towns = await listTowns(viewer);
  return {
    title: args.context.t("members:editOrganization"),
    name,
    kind,
    version,
    values: organizationValues(organization),
    towns: towns.map((town) => ({ value: town.code, label: town.name })),
    mayManage: canManageOrganizations(viewer),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, organization } = await findEditable(args);
  const { id } = organization;
  const writer = await args.context.writer();
  const submission = parseWithZod(await args.request.formData(), {
    schema: canManageOrganizations(viewer) ? organizationEdit : organizationPlaceEdit,
  });
  if (submission.status !== "success") return refuseForm(submission);
  const { version, ...typed } = submission.value;
  const { kind, code, villageCode, name, townCode, identityCode, stages, flags } = organization;
  const fields = { kind, code, villageCode, name, townCode, identityCode, stages, flags, ...typed };
  return answerWrite(submission, async () => {
    await updateOrganizations(writer, [{ id, version, fields }]);
    return redirect(`/members/${id}`);
  });
}

export default function EditOrganization() {
  const { title, name, kind, version, values, towns, mayManage } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader title={title} answer={<span lang="zh">{name}</span>} />
      <OrganizationForm
        values={values}
        kind={kind}
        hidden={{ version }}
        towns={towns}
        mayManage={mayManage}
        answer={answer}
      />
    </>
  );
}
