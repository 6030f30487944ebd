import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import * as z from "zod";
import { ownOrganizationId } from "#app/auth/viewer.ts";
import { listOrganizationChoices } from "#app/features/members/queries/find-organization.server.ts";
import { canAddSite, canAddSites } from "#app/features/sites/access.ts";
import { siteFormChoices } from "#app/features/sites/form-choices.server.ts";
import { doubtsAboutSite } from "#app/features/sites/judge-site.server.ts";
import { letterOfKind, siteKinds, stageOfKind } from "#app/features/sites/kinds.ts";
import { siteMap } from "#app/features/sites/map-view.server.ts";
import { nextSiteCode } from "#app/features/sites/queries/find-site.server.ts";
import { insertSites } from "#app/features/sites/queries/write-sites.server.ts";
import { SiteForm } from "#app/features/sites/SiteForm.tsx";
import { siteFields } from "#app/features/sites/schema.ts";
import { answerWrite, askAgain, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow } from "#app/http/answers.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

const parameters = z.object({ organization: z.uuid().optional(), kind: z.enum(siteKinds).default("pond") });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(canAddSites(viewer));
  const { organization, kind } = readParameters(request, parameters);
  const operatorId = ownOrganizationId(viewer) ?? organization;
  const operator = (await listOrganizationChoices(viewer, context.today)).find(({ id }) => id === operatorId);
  return {
    title: context.t("sites:add"),
    id: uuidv7(),
    mayHandOver: ownOrganizationId(viewer) === undefined,
    choices: await siteFormChoices(viewer, context),
    map: await siteMap(viewer, { lng: null, lat: null, operatorId }),
    values: {
      kind,
      stage: stageOfKind[kind],
      status: "in_use",
      ownerId: operator?.id,
      operatorId: operator?.id,
      townCode: viewer.role === "town" ? viewer.townCode : (operator?.townCode ?? undefined),
      code:
        operator &&
        (await nextSiteCode(viewer, { organizationCode: operator.code, letter: letterOfKind[kind] })),
    },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  const form = await request.formData();
  const submission = parseWithZod(form, { schema: siteFields.safeExtend({ id: z.uuid() }) });
  if (submission.status !== "success") return refuseForm(submission);
  const site = submission.value;
  allow(canAddSite(writer.viewer, site));
  return answerWrite(submission, async () => {
    const doubts = await doubtsAboutSite(writer.viewer, site);
    if (doubts.length > 0 && !form.has("accept")) return askAgain(submission, doubts);
    await insertSites(writer, [site]);
    return redirect(`/sites/${site.id}`);
  });
}

export default function NewSite() {
  const { title, id, values, choices, map, mayHandOver } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader title={title} />
      <SiteForm
        values={values}
        hidden={{ id }}
        choices={choices}
        map={map}
        mayHandOver={mayHandOver}
        answer={answer}
      />
    </>
  );
}
