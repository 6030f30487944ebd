import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { listTowns } from "#app/features/members/queries/towns.server.ts";
import { canAddSites } from "#app/features/sites/access.ts";
import { siteFilter } from "#app/features/sites/filter.ts";
import { listSpecies } from "#app/features/sites/queries/find-site.server.ts";
import { listSites } from "#app/features/sites/queries/list-sites.server.ts";
import { sumSites } from "#app/features/sites/queries/sum-sites.server.ts";
import { weigh } from "#app/features/sites/queries/weigh-filter.server.ts";
import { SiteFilters } from "#app/features/sites/SiteFilters.tsx";
import { SiteTable, siteRow } from "#app/features/sites/SiteTable.tsx";
import { rowsPerPage } from "#app/http/bounds.ts";
import { writePageKey } from "#app/http/page-key.server.ts";
import { readAfter, readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { formatMu, formatNumber, formatVolume } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { ExportLinks } from "#app/ui/ExportLinks.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Pagination } from "#app/ui/Pagination.tsx";

export const meta = titleFromLoader;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const asked = readParameters(request, siteFilter);
  const after = readAfter(request);
  // Once for both, unless the page begins elsewhere than the sums.
  const filter = after ? asked : await weigh(viewer, asked);
  const [page, sums, towns, species] = await Promise.all([
    listSites(viewer, filter, { after, limit: rowsPerPage }),
    sumSites(viewer, filter),
    listTowns(viewer),
    listSpecies(),
  ]);
  return {
    title: context.t("sites:title"),
    sites: page.items.map(siteRow),
    next: page.next && writePageKey(page.next),
    sums,
    towns,
    species: species.map(({ code, nameZh, nameEn }) => ({
      code,
      name: context.language === "zh" ? nameZh : nameEn,
    })),
    canAdd: canAddSites(viewer),
  };
}

export default function Sites() {
  const { sites, next, sums, towns, species, canAdd } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation(["sites", "common"]);
  const language = i18n.language;
  const [parameters] = useSearchParams();
  const add = canAdd && (
    <ButtonLink to="/sites/new" icon="plus" variant="primary">
      {t("add")}
    </ButtonLink>
  );
  const counted = sums.more ? "answerAtLeast" : "answer";
  return (
    <>
      <PageHeader
        title={t("title")}
        answer={
          <>
            {t(counted, { count: sums.count, number: formatNumber(sums.count, language) })}
            {!sums.more && sums.areaM2 > 0 && t("answerArea", { mu: formatMu(sums.areaM2, language) })}
            {!sums.more &&
              sums.volumeM3 > 0 &&
              t("answerVolume", { volume: formatVolume(sums.volumeM3, language) })}
          </>
        }
        actions={
          <>
            {add}
            <ExportLinks of="/sites" />
          </>
        }
      />
      <SiteFilters towns={towns} species={species} />
      {sites.length > 0 ? (
        <>
          <SiteTable caption={t("title")} sites={sites} />
          <Pagination shown={sites.length} total={sums.more ? undefined : sums.count} next={next} />
        </>
      ) : parameters.size > 0 ? (
        <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
      ) : (
        <EmptyState title={t("noneYet")} action={add}>
          {t("noneYetHint")}
        </EmptyState>
      )}
    </>
  );
}
