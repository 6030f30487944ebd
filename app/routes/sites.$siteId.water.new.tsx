import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { canRecordWater } from "#app/features/production/water/access.ts";
import { toChinaClock } from "#app/features/production/water/instants.ts";
import { findSiteWater } from "#app/features/production/water/queries/site-water.server.ts";
import { ReadingForm } from "#app/features/production/water/ReadingForm.tsx";
import { recordByHand } from "#app/features/production/water/record-by-hand.server.ts";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

async function findRecordable({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const site = found(await findSiteWater(viewer, readId(params.siteId)));
  allow(canRecordWater(viewer, site));
  return site;
}

export async function loader(args: LoaderFunctionArgs) {
  const { id, name } = await findRecordable(args);
  return {
    title: args.context.t("water:record"),
    site: { id, name },
    at: toChinaClock(args.context.now),
  };
}

export async function action(args: ActionFunctionArgs) {
  const writer = await args.context.writer();
  const site = await findRecordable(args);
  return recordByHand(writer, site, await args.request.formData());
}

export default function NewReading() {
  const { title, site, at } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: `/sites/${site.id}/water`, label: site.name }]} />}
        title={title}
        answer={<span lang="zh">{site.name}</span>}
      />
      <ReadingForm at={at} answer={answer} />
    </>
  );
}
