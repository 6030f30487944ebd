import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import * as z from "zod";
import { PondMap } from "#app/features/overview/PondMap.tsx";
import { loadPondMap } from "#app/features/overview/pond-map.server.ts";
import { entryKinds } from "#app/features/production/recording/entries.ts";
import { KindHeader } from "#app/features/production/recording/KindHeader.tsx";
import { readPonds } from "#app/features/production/recording/load-entry.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";

export const meta = titleFromLoader;

const parameters = z.object({
  kind: z.enum([...entryKinds, "water", "treatment", "test"]).default("feeding"),
  organization: z.uuid().optional(),
});

/** Which pond, shown where it lies; apart from the forms, which stay light enough for an old phone. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { kind, organization } = readParameters(request, parameters);
  const ponds = await readPonds(viewer, { organization });
  if (!ponds) throw redirect("/record");
  return {
    title: context.t(`recording:kind.${kind}`),
    kind,
    organization,
    onBehalfOf: ponds.onBehalfOf,
    page: await loadPondMap(viewer, ponds, context.language),
  };
}

export default function ChoosePond() {
  const { title, kind, organization, onBehalfOf, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation("recording");
  const formAt = (site: string) =>
    `/record/${kind}?${new URLSearchParams({ ...(organization && { organization }), site })}`;
  return (
    <>
      <KindHeader title={title} onBehalfOf={onBehalfOf} back />
      <h2 className="font-medium">{t("choose.site")}</h2>
      <PondMap page={page} formAt={formAt} />
    </>
  );
}
