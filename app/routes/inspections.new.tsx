import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import * as z from "zod";
import { canInspect, canInspectSites } from "#app/features/safety/access.ts";
import { itemsAndHazards } from "#app/features/safety/hazards-found.ts";
import { InspectionForm } from "#app/features/safety/InspectionForm.tsx";
import { openInspection } from "#app/features/safety/open-inspection.server.ts";
import { recordInspections } from "#app/features/safety/queries/write-inspections.server.ts";
import { SitePicker } from "#app/features/safety/SitePicker.tsx";
import { inspectionForm } from "#app/features/safety/schema.ts";
import { findSite } from "#app/features/sites/queries/find-site.server.ts";
import { listSites } from "#app/features/sites/queries/list-sites.server.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow, badParameter, found } from "#app/http/answers.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

const parameters = z.object({ site: z.uuid().optional(), q: z.string().max(60).optional() });
/** Sites to choose from before one has to say more. */
const offered = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { site: siteId, q } = readParameters(request, parameters);
  const title = context.t("safety:inspection.add");
  if (siteId === undefined) {
    allow(canInspectSites(viewer));
    const town = viewer.role === "town" ? viewer.townCode : undefined;
    const { items } = await listSites(viewer, { q, town }, { limit: offered });
    const sites = items.map(({ id, name, code, townName, operatorName }) => ({
      id,
      name,
      code,
      townName,
      operatorName,
    }));
    return { title, sites };
  }
  const site = found(await findSite(viewer, siteId));
  allow(canInspect(viewer, site));
  return {
    title,
    site: { name: site.name, operatorName: site.operatorName },
    inspection: {
      id: uuidv7(),
      inspectors: viewer.name,
      today: context.today,
      ...(await openInspection(viewer, site, context.today)),
    },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  const siteId = readParameters(request, parameters).site ?? badParameter("site");
  const site = found(await findSite(writer.viewer, siteId));
  allow(canInspect(writer.viewer, site));
  const submission = await parseWithZod(await request.formData(), { schema: inspectionForm, async: true });
  if (submission.status !== "success") return refuseForm(submission);
  const { items, beyond, ...inspection } = submission.value;
  return answerWrite(submission, async () => {
    await recordInspections(writer, [{ ...inspection, siteId, ...itemsAndHazards({ items, beyond }) }]);
    return redirect(`/inspections/${inspection.id}`);
  });
}

export default function NewInspection() {
  const { title, sites, site, inspection } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader
        title={title}
        answer={
          site && (
            <span lang="zh">
              {site.name} · {site.operatorName}
            </span>
          )
        }
      />
      {sites && <SitePicker sites={sites} />}
      {inspection && <InspectionForm {...inspection} answer={answer} />}
    </>
  );
}
