import { formatMu, formatNumber, formatTime, formatVolume } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Card } from "#app/ui/Card.tsx";
import { Day } from "#app/ui/Day.tsx";
import { type Description, DescriptionList } from "#app/ui/DescriptionList.tsx";
import { Link } from "#app/ui/Link.tsx";
import { Section } from "#app/ui/Section.tsx";
import type { findSite } from "./queries/find-site.server.ts";

type Found = NonNullable<Awaited<ReturnType<typeof findSite>>>;
type Site = Omit<Found, "outline" | "updatedAt"> & { updatedAt: Date | string };
type SiteFactsProps = { site: Site; species: string[] };

/** What the register knows of a site, in groups side by side where there is room. */
export function SiteFacts({ site, species }: SiteFactsProps) {
  const { t } = useTranslation("sites");
  const groups = [
    { title: t("group.who"), items: useOwnership(site, species) },
    { title: t("group.size"), items: useSize(site) },
    { title: t("group.where"), items: usePlace(site) },
    ...(site.kind === "water_area" ? [{ title: t("group.water"), items: waterFacts(site, t) }] : []),
  ];
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      {groups.map(({ title, items }) => (
        <Section key={title} title={title}>
          <Card>
            <DescriptionList items={items} />
          </Card>
        </Section>
      ))}
      <Section title={t("statusHistory")}>
        <Card>
          <ol className="flex flex-col gap-1">
            {site.statuses.map(({ fromOn, status }) => (
              <li key={fromOn} className="flex justify-between gap-4">
                {t(`status.${status}`)}
                <span className="text-muted">
                  <Day day={fromOn} />
                </span>
              </li>
            ))}
          </ol>
          {site.note && (
            <p lang="zh" className="mt-3">
              {site.note}
            </p>
          )}
          <p className="mt-3 text-sm text-muted">
            {t("field.updatedAt")} {formatTime(site.updatedAt)}
          </p>
        </Card>
      </Section>
    </div>
  );
}

function useOwnership(site: Site, species: string[]): Description[] {
  const { t } = useTranslation(["sites", "common"]);
  const member = (id: string, name: string) => (
    <Link to={`/members/${id}`} lang="zh">
      {name}
    </Link>
  );
  return [
    { label: t("field.ownerId"), value: member(site.ownerId, site.ownerName) },
    { label: t("field.operatorId"), value: member(site.operatorId, site.operatorName) },
    {
      label: t("field.householdCode"),
      value: site.householdCode && (
        <Link to={`/households?q=${site.householdCode}`}>{site.householdCode}</Link>
      ),
    },
    { label: t("field.species"), value: species.join(t("common:comma")) },
    { label: t("field.lease"), value: site.leaseFrom && `${site.leaseFrom} – ${site.leaseTo ?? ""}` },
    { label: t("field.fundingSource"), value: site.fundingSource && t(`funding.${site.fundingSource}`) },
  ];
}

function useSize(site: Site): Description[] {
  const { t, i18n } = useTranslation("sites");
  const mu = (squareMetres: number | null) =>
    squareMetres === null ? null : t("inMu", { mu: formatMu(squareMetres, i18n.language) });
  const metres = (value: number | null) =>
    value === null ? null : `${formatNumber(value, i18n.language, 2, true)} m`;
  const volume = site.volumeM3 === null ? null : `${formatVolume(site.volumeM3, i18n.language)} m³`;
  const known: Description[] = [
    { label: t("field.registeredAreaMu"), value: mu(site.registeredAreaM2) },
    { label: t("field.drawnArea"), value: mu(site.drawnAreaM2) },
    { label: t("field.diameterM"), value: metres(site.diameterM) },
    { label: t("field.depthM"), value: metres(site.depthM) },
    { label: t("field.volumeM3"), value: volume },
  ].filter(({ value }) => value !== null);
  return known.length > 0 ? known : [{ label: t("field.area"), value: null }];
}

function usePlace(site: Site): Description[] {
  const { t } = useTranslation("sites");
  const position =
    site.lng === null || site.lat === null ? null : `${site.lng.toFixed(5)}, ${site.lat.toFixed(5)}`;
  return [
    { label: t("field.townCode"), value: <span lang="zh">{site.townName}</span> },
    { label: t("field.position"), value: position },
    {
      label: t("field.positionSource"),
      value: site.positionSource && t(`positionSource.${site.positionSource}`),
    },
  ];
}

function waterFacts(site: Site, t: ReturnType<typeof useTranslation<"sites">>["t"]): Description[] {
  const feeding =
    site.noFeeding === null ? null : t(site.noFeeding ? "feeding.forbidden" : "feeding.allowed");
  return [
    { label: t("field.waterBody"), value: site.waterBody && t(`waterBody.${site.waterBody}`) },
    {
      label: t("field.protectionZone"),
      value: site.protectionZone && t(`protectionZone.${site.protectionZone}`),
    },
    {
      label: t("field.managingBody"),
      value: site.managingBody && <span lang="zh">{site.managingBody}</span>,
    },
    { label: t("field.feeding"), value: feeding },
    { label: t("field.closedSeason"), value: site.closedFrom && `${site.closedFrom} – ${site.closedTo}` },
  ];
}
