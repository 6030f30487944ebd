import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSeeHouseholds } from "#app/features/members/access.ts";
import { countHouseholdsByTown } from "#app/features/members/queries/count-households.server.ts";
import { countMembersByTown } from "#app/features/members/queries/towns.server.ts";
import { TownTable } from "#app/features/members/TownTable.tsx";
import { SmallMap } from "#app/features/overview/SmallMap.tsx";
import { mapOfCounty } from "#app/features/overview/small-map.server.ts";
import { sumSitesByTown } from "#app/features/sites/queries/totals.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { formatMu, formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const [towns, sites, households, map] = await Promise.all([
    countMembersByTown(viewer, context.today),
    sumSitesByTown(viewer),
    canSeeHouseholds(viewer) ? countHouseholdsByTown(viewer) : undefined,
    mapOfCounty(viewer),
  ]);
  return {
    title: context.t("members:towns"),
    map,
    towns: towns.map((town) => {
      const of = (kind: string) => sites.find((sum) => sum.townCode === town.code && sum.kind === kind);
      return {
        ...town,
        ponds: of("pond")?.sites ?? 0,
        waterM2: of("water_area")?.areaM2 ?? 0,
        households:
          households && (households.find(({ townCode }) => townCode === town.code)?.households ?? 0),
      };
    }),
  };
}

export default function Towns() {
  const { title, towns, map } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("members");
  const total = (key: "members" | "ponds") =>
    formatNumber(
      towns.reduce((sum, town) => sum + town[key], 0),
      i18n.language,
    );
  return (
    <>
      <PageHeader
        title={title}
        answer={t("answer.towns", {
          towns: towns.length,
          members: total("members"),
          ponds: total("ponds"),
          mu: formatMu(
            towns.reduce((sum, { waterM2 }) => sum + waterM2, 0),
            i18n.language,
          ),
        })}
      />
      <TownTable caption={title} towns={towns} />
      {map && <SmallMap view={map} to="/map" />}
    </>
  );
}
