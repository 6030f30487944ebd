import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSeeHouseholds } from "#app/features/members/access.ts";
import { OrganizationTable } from "#app/features/members/OrganizationTable.tsx";
import { listOrganizations } from "#app/features/members/queries/list-organizations.server.ts";
import { KindLinks } from "#app/features/overview/KindLinks.tsx";
import { SmallMap } from "#app/features/overview/SmallMap.tsx";
import { mapOfTown } from "#app/features/overview/small-map.server.ts";
import { TownFigures } from "#app/features/overview/TownFigures.tsx";
import { TownVillages } from "#app/features/overview/TownVillages.tsx";
import { loadTown } from "#app/features/overview/town.server.ts";
import { siteKinds } from "#app/features/sites/kinds.ts";
import { enterprisesAsked, withOperated } from "#app/features/sites/operated.server.ts";
import { found } from "#app/http/answers.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { formatMu, formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

const enterprisesShown = 20;

export async function loader({ params: { townCode = "" }, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { today, language } = context;
  const [town, enterprises, map] = await Promise.all([
    loadTown(viewer, townCode, today),
    listOrganizations(viewer, enterprisesAsked(viewer, { town: townCode }), {
      today,
      limit: enterprisesShown,
    }),
    mapOfTown(viewer, townCode),
  ]);
  return {
    ...found(town && { town, title: town.name }),
    enterprises: await withOperated(viewer, enterprises.items, language),
    map,
    seesHouseholds: canSeeHouseholds(viewer),
  };
}

export default function TownOf() {
  const { title, town, enterprises, map, seesHouseholds } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation(["overview", "members", "sites"]);
  const number = (value: number) => formatNumber(value, i18n.language);
  const of = (kind: string) => town.kinds.find((one) => one.kind === kind);
  const allEnterprises = town.enterprises > enterprises.length && (
    <ButtonLink to={`/enterprises?town=${town.code}`}>{t("allPermits")}</ButtonLink>
  );
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: "/towns", label: t("members:towns") }]} />}
        title={title}
        answer={t("townAnswer", {
          villages: number(town.villageCount),
          members: number(town.members),
          ponds: number(of("pond")?.sites ?? 0),
          mu: formatMu(of("water_area")?.areaM2 ?? 0, i18n.language),
        })}
      />
      <TownFigures town={town} households={seesHouseholds} />
      <KindLinks
        label={t("otherKinds")}
        items={siteKinds
          .filter((kind) => kind !== "pond" && kind !== "water_area")
          .map((kind) => ({
            to: `/sites?kind=${kind}&town=${town.code}`,
            label: t(`sites:kind.${kind}`),
            count: of(kind)?.sites ?? 0,
          }))
          .filter(({ count }) => count > 0)}
      />
      <TownVillages town={town} households={seesHouseholds} />
      {enterprises.length > 0 && (
        <Section title={t("enterprises")} actions={allEnterprises}>
          <OrganizationTable caption={t("enterprises")} organizations={enterprises} shape="enterprises" />
        </Section>
      )}
      {map && <SmallMap view={map} to={`/map?town=${town.code}`} />}
    </>
  );
}
