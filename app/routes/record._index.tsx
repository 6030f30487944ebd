import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import * as z from "zod";
import { listOrganizationChoices } from "#app/features/members/queries/find-organization.server.ts";
import { OtherKinds, SignButtons } from "#app/features/production/recording/KindButtons.tsx";
import { KindHeader } from "#app/features/production/recording/KindHeader.tsx";
import { readPonds } from "#app/features/production/recording/load-entry.server.ts";
import { PondScript } from "#app/features/production/recording/PondScript.tsx";
import { VillageChoice } from "#app/features/production/recording/VillageChoice.tsx";
import { readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";

export const meta = titleFromLoader;

/** Just forms and links: the one script is the pond's own, and small. */
export const handle = { scripts: false };

const place = z.object({ site: z.uuid().optional(), organization: z.uuid().optional() });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { site, organization } = readParameters(request, place);
  const ponds = await readPonds(viewer, { site, organization });
  const villages = ponds
    ? []
    : (await listOrganizationChoices(viewer, context.today)).filter(
        ({ kind, townCode }) =>
          kind === "village" && (viewer.role !== "town" || townCode === viewer.townCode),
      );
  return {
    title: context.t("recording:title"),
    villages: villages.map(({ id, name }) => ({ value: id, label: name })),
    onBehalfOf: ponds?.onBehalfOf,
    query:
      site || organization
        ? `?${new URLSearchParams({ ...(site && { site }), ...(organization && { organization }) })}`
        : "",
    hasFed: ponds?.sites.some(({ lastFed }) => lastFed) ?? false,
    accountId: viewer.userId,
  };
}

export default function Record() {
  const { title, villages, onBehalfOf, query, hasFed, accountId } = useLoaderData<typeof loader>();
  const { t } = useTranslation("recording");
  return (
    <>
      <KindHeader title={title} onBehalfOf={onBehalfOf} />
      <PondScript accountId={accountId} />
      {villages.length > 0 ? (
        <VillageChoice villages={villages} />
      ) : (
        <div className="flex max-w-xl flex-col gap-4">
          <SignButtons query={query} />
          {hasFed && (
            <ButtonLink reloadDocument to={`/record/again${query}`} icon="redo" className="min-h-14 text-lg">
              {t("same")}
            </ButtonLink>
          )}
          <OtherKinds query={query} />
        </div>
      )}
    </>
  );
}
