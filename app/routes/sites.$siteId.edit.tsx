import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import * as z from "zod";
import { canEditSite, canHandOver } from "#app/features/sites/access.ts";
import { siteFormChoices } from "#app/features/sites/form-choices.server.ts";
import { doubtsAboutSite } from "#app/features/sites/judge-site.server.ts";
import { siteMap } from "#app/features/sites/map-view.server.ts";
import { findSite } from "#app/features/sites/queries/find-site.server.ts";
import { updateSites } from "#app/features/sites/queries/write-sites.server.ts";
import { SiteForm } from "#app/features/sites/SiteForm.tsx";
import { siteFields } from "#app/features/sites/schema.ts";
import { siteValues } from "#app/features/sites/site-values.ts";
import { answerWrite, askAgain, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const site = found(await findSite(viewer, readId(params.siteId)));
  allow(canEditSite(viewer, site));
  return {
    title: context.t("sites:edit"),
    name: site.name,
    version: site.version,
    mayHandOver: canHandOver(viewer, site),
    choices: await siteFormChoices(viewer, context),
    map: await siteMap(viewer, { ...site, outline: undefined }),
    values: siteValues(site),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  const site = found(await findSite(writer.viewer, readId(params.siteId)));
  allow(canEditSite(writer.viewer, site));
  const form = await request.formData();
  const submission = parseWithZod(form, {
    schema: siteFields.safeExtend({ version: z.coerce.number().int() }),
  });
  if (submission.status !== "success") return refuseForm(submission);
  const { version, ...fields } = submission.value;
  const handsOver = fields.ownerId !== site.ownerId || fields.operatorId !== site.operatorId;
  const movesTown = fields.townCode !== site.townCode;
  if (handsOver || movesTown) allow(canHandOver(writer.viewer, site) && canEditSite(writer.viewer, fields));
  return answerWrite(submission, async () => {
    const moved = fields.lng !== site.lng || fields.lat !== site.lat;
    const doubts = moved ? await doubtsAboutSite(writer.viewer, fields) : [];
    if (doubts.length > 0 && !form.has("accept")) return askAgain(submission, doubts);
    await updateSites(writer, [{ id: site.id, version, fields }]);
    return redirect(`/sites/${site.id}`);
  });
}

export default function EditSite() {
  const { title, name, version, values, choices, map, mayHandOver } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader title={title} answer={<span lang="zh">{name}</span>} />
      <SiteForm
        values={values}
        hidden={{ version }}
        choices={choices}
        map={map}
        mayHandOver={mayHandOver}
        answer={answer}
      />
    </>
  );
}
