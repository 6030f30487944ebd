import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { canEditSite } from "#app/features/sites/access.ts";
import { changeOutline } from "#app/features/sites/change-outline.server.ts";
import { hasOutline } from "#app/features/sites/kinds.ts";
import { siteMap } from "#app/features/sites/map-view.server.ts";
import { OutlineForm } from "#app/features/sites/OutlineForm.tsx";
import { findSite } from "#app/features/sites/queries/find-site.server.ts";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { readOutline } from "#app/map/outline/read-outline.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const site = found(await findSite(viewer, readId(params.siteId)));
  allow(canEditSite(viewer, site));
  const { id, name, version, lng, lat, positionSource, registeredAreaM2 } = site;
  const outline = readOutline(site.outline).outline ?? null;
  const words = hasOutline(site.kind) ? (outline ? "title" : "draw") : "move";
  return {
    title: context.t(`sites:outline.${words}`),
    site: { id, name, version, lng, lat, positionSource, registeredAreaM2 },
    outline,
    mayDraw: hasOutline(site.kind),
    map: await siteMap(viewer, { ...site, outline }),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  const site = found(await findSite(writer.viewer, readId(params.siteId)));
  allow(canEditSite(writer.viewer, site));
  return changeOutline(writer, site, await request.formData());
}

export default function SiteOutline() {
  const { title, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  const { t } = useTranslation("sites");
  const { id, name } = shown.site;
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            items={[
              { to: "/sites", label: t("title") },
              { to: `/sites/${id}`, label: name },
            ]}
          />
        }
        title={title}
        answer={<span lang="zh">{name}</span>}
      />
      <OutlineForm {...shown} answer={answer} />
    </>
  );
}
