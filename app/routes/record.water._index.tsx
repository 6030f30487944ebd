import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import * as z from "zod";
import { KindHeader } from "#app/features/production/recording/KindHeader.tsx";
import { readPonds, shortName } from "#app/features/production/recording/load-entry.server.ts";
import { MapLink } from "#app/features/production/recording/MapLink.tsx";
import { readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";

export const meta = titleFromLoader;
export const handle = { scripts: false };

const place = z.object({ site: z.uuid().optional(), organization: z.uuid().optional() });
const formAt = (siteId: string) => `/sites/${siteId}/water/new`;

/** Which pond's water; the readings have a form of their own. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { site, organization } = readParameters(request, place);
  const ponds = await readPonds(viewer, { site, organization });
  if (!ponds) throw redirect("/record");
  const [only] = ponds.sites;
  if (site || (only && ponds.sites.length === 1)) throw redirect(formAt(site ?? only?.id ?? ""));
  return {
    title: context.t("recording:kind.water"),
    onBehalfOf: ponds.onBehalfOf,
    organization,
    sites: ponds.sites.map(({ id, name, operatorName }) => ({ id, name: shortName(name, operatorName) })),
  };
}

export default function Water() {
  const { title, onBehalfOf, organization, sites } = useLoaderData<typeof loader>();
  const { t } = useTranslation("recording");
  return (
    <>
      <KindHeader title={title} onBehalfOf={onBehalfOf} back />
      <h2 className="font-medium">{t("choose.site")}</h2>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-2">
        {sites.map(({ id, name }) => (
          <li key={id} className="flex">
            <ButtonLink reloadDocument to={formAt(id)} className="min-h-16 flex-1 text-lg">
              <span lang="zh">{name}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
      {sites.length > 1 && <MapLink kind="water" organization={organization} />}
      {sites.length === 0 && <p className="text-muted">{t("nothingHere")}</p>}
    </>
  );
}
