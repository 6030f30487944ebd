import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import * as z from "zod";
import { ownOrganizationId } from "#app/auth/viewer.ts";
import { canAddHouseholds, canManagePeople } from "#app/features/members/access.ts";
import { HouseholdForm } from "#app/features/members/HouseholdForm.tsx";
import { listVillageOptions } from "#app/features/members/list-organization-options.server.ts";
import { nextHouseholdCode } from "#app/features/members/queries/count-households.server.ts";
import { findOrganization } from "#app/features/members/queries/find-organization.server.ts";
import { insertHouseholds } from "#app/features/members/queries/households.server.ts";
import { newHouseholdFields } from "#app/features/members/schema.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

const parameters = z.object({ organization: z.uuid().optional() });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(canAddHouseholds(viewer));
  const own = ownOrganizationId(viewer);
  const asked = own ?? readParameters(request, parameters).organization;
  const village =
    asked === undefined ? undefined : found(await findOrganization(viewer, asked, context.today));
  return {
    title: context.t("members:addHousehold"),
    id: uuidv7(),
    today: context.today,
    villages: own ? undefined : await listVillageOptions(viewer, context),
    values: village && {
      organizationId: village.id,
      code: await nextHouseholdCode(viewer, village.code),
    },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  allow(canAddHouseholds(writer.viewer));
  const submission = parseWithZod(await request.formData(), { schema: newHouseholdFields });
  if (submission.status !== "success") return refuseForm(submission);
  const { organizationId } = submission.value;
  const village = await findOrganization(writer.viewer, organizationId, context.today);
  if (village?.kind !== "village") return refuseForm(submission, { organizationId: ["error.organization"] });
  allow(canManagePeople(writer.viewer, village));
  return answerWrite(submission, async () => {
    await insertHouseholds(writer, [submission.value]);
    return redirect(`/households?organization=${organizationId}`);
  });
}

export default function NewHousehold() {
  const { title, id, today, villages, values = {} } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader title={title} />
      <HouseholdForm values={values} hidden={{ id }} villages={villages} today={today} answer={answer} />
    </>
  );
}
