import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { History } from "#app/audit/History.tsx";
import { listAudit } from "#app/audit/list.server.ts";
import { SmallMap } from "#app/features/overview/SmallMap.tsx";
import { mapOfSite } from "#app/features/overview/small-map.server.ts";
import { LotsHere } from "#app/features/production/lots/LotsHere.tsx";
import { listLots } from "#app/features/production/queries/list-lots.server.ts";
import { hasWater } from "#app/features/production/water/kinds.ts";
import { SiteSafety } from "#app/features/safety/SiteSafety.tsx";
import { openSafetyOf } from "#app/features/safety/site-safety.server.ts";
import { canEditSite } from "#app/features/sites/access.ts";
import { hasOutline } from "#app/features/sites/kinds.ts";
import { PermitList } from "#app/features/sites/PermitList.tsx";
import { findSite, listSpecies } from "#app/features/sites/queries/find-site.server.ts";
import { listPermits } from "#app/features/sites/queries/permits.server.ts";
import { SiteFacts } from "#app/features/sites/SiteFacts.tsx";
import { SiteStatusBadge } from "#app/features/sites/SiteStatusBadge.tsx";
import { found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Link } from "#app/ui/Link.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";
import { StageBadge } from "#app/ui/StageBadge.tsx";

export const meta = titleFromLoader;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { today } = context;
  const { outline, ...site } = found(await findSite(viewer, readId(params.siteId)));
  const mayEdit = canEditSite(viewer, site);
  const [lots, safety, permits, species, history, map] = await Promise.all([
    listLots(viewer, { site: site.id }, { limit: 20, today }),
    openSafetyOf(viewer, site, today),
    site.isOwnConcern ? listPermits(viewer, { siteId: site.id }, { today }) : undefined,
    listSpecies(),
    mayEdit ? listAudit(viewer, { subject: site.id }, { limit: 10 }) : undefined,
    mapOfSite({ ...site, outline }),
  ]);
  return {
    title: site.name,
    site,
    species: species
      .filter(({ code }) => site.species.includes(code))
      .map(({ nameZh, nameEn }) => (context.language === "zh" ? nameZh : nameEn)),
    lots: lots.items,
    safety,
    permits: permits?.items,
    history: history?.items,
    ...{ map, today, mayEdit },
  };
}

export default function Site() {
  const { site, species, safety, lots, permits, history, map, today, mayEdit } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation(["sites", "common", "water", "treatments"]);
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: "/sites", label: t("title") }]} />}
        title={site.name}
        marks={
          <>
            <SiteStatusBadge status={site.status} />
            <StageBadge stage={site.stage} />
          </>
        }
        answer={
          <>
            {t(`kind.${site.kind}`)} · {site.code} · <span lang="zh">{site.townName}</span> ·{" "}
            <Link to={`/members/${site.operatorId}`} lang="zh">
              {site.operatorName}
            </Link>
          </>
        }
        actions={
          <>
            {site.isOwnConcern && hasWater(site.kind) && (
              <ButtonLink to="water" icon="water">
                {t("water:title")}
              </ButtonLink>
            )}
            {mayEdit && (
              <>
                <ButtonLink to="records" icon="record">
                  {t("treatments:records.open")}
                </ButtonLink>
                <ButtonLink to="outline" icon="map">
                  {t(hasOutline(site.kind) ? "outline.title" : "outline.move")}
                </ButtonLink>
                <ButtonLink to="edit" icon="edit" variant="primary">
                  {t("common:edit")}
                </ButtonLink>
              </>
            )}
          </>
        }
      />
      {map && <SmallMap view={map} to={`/map?selected=site:${site.id}`} />}
      <LotsHere lots={lots} siteId={site.id} today={today} processes={mayEdit && site.kind === "plant"} />
      <SiteFacts site={site} species={species} />
      {safety && <SiteSafety siteId={site.id} {...safety} today={today} />}
      {permits && (
        <Section
          title={t("permits")}
          actions={
            mayEdit && (
              <ButtonLink to={`/permits/new?site=${site.id}`} icon="plus">
                {t("addPermit")}
              </ButtonLink>
            )
          }
        >
          <PermitList permits={permits} today={today} />
        </Section>
      )}
      {history && (
        <Section title={t("history")}>
          <History entries={history} />
        </Section>
      )}
    </>
  );
}
