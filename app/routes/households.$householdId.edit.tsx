import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { History } from "#app/audit/History.tsx";
import { listAudit } from "#app/audit/list.server.ts";
import { ownOrganizationId } from "#app/auth/viewer.ts";
import { canManagePeople } from "#app/features/members/access.ts";
import { HouseholdForm } from "#app/features/members/HouseholdForm.tsx";
import { householdValues } from "#app/features/members/household-values.ts";
import { listVillageOptions } from "#app/features/members/list-organization-options.server.ts";
import { findOrganization } from "#app/features/members/queries/find-organization.server.ts";
import { findHousehold, updateHouseholds } from "#app/features/members/queries/households.server.ts";
import { householdEdit } from "#app/features/members/schema.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

async function findEditable({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const household = found(await findHousehold(viewer, readId(params.householdId)));
  const { organizationId, townCode } = household;
  allow(canManagePeople(viewer, { id: organizationId, townCode }));
  return { viewer, household };
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, household } = await findEditable(args);
  const { context } = args;
  const own = ownOrganizationId(viewer) !== undefined;
  const [villages, history] = await Promise.all([
    own ? undefined : listVillageOptions(viewer, context),
    listAudit(viewer, { subject: household.id }, { limit: 10 }),
  ]);
  return {
    title: context.t("members:editHousehold"),
    name: household.headName,
    version: household.version,
    values: householdValues(household),
    villages,
    history: history.items,
    today: context.today,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, household } = await findEditable(args);
  const writer = await args.context.writer();
  const submission = parseWithZod(await args.request.formData(), { schema: householdEdit });
  if (submission.status !== "success") return refuseForm(submission);
  const { version, ...fields } = submission.value;
  const { organizationId } = fields;
  if (organizationId !== household.organizationId) {
    const village = await findOrganization(viewer, organizationId, args.context.today);
    if (village?.kind !== "village")
      return refuseForm(submission, { organizationId: ["error.organization"] });
    allow(canManagePeople(viewer, village));
  }
  return answerWrite(submission, async () => {
    await updateHouseholds(writer, [{ id: household.id, version, fields }]);
    return redirect(`/households?organization=${organizationId}`);
  });
}

export default function EditHousehold() {
  const { title, name, version, values, villages, history, today } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  const { t } = useTranslation("members");
  return (
    <>
      <PageHeader title={title} answer={<span lang="zh">{name}</span>} />
      <HouseholdForm values={values} hidden={{ version }} villages={villages} today={today} answer={answer} />
      {history.length > 0 && (
        <Section title={t("group.history")}>
          <History entries={history} />
        </Section>
      )}
    </>
  );
}
