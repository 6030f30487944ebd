import { useSearchParams } from "@remix-run/react";
import { formatMu, formatNumber, formatVolume } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Icon } from "#app/ui/Icon.tsx";
import { Link } from "#app/ui/Link.tsx";
import { StageBadge } from "#app/ui/StageBadge.tsx";
import { SiteStatusBadge } from "../sites/SiteStatusBadge.tsx";
import type { MapCardFacts } from "./map-card.server.ts";

type Of<Kind> = Extract<MapCardFacts, { kind: Kind }>;

/** The key facts of what was chosen on the map, and the way to its record. */
export function MapCard({ card, fact }: { card: MapCardFacts; fact: string | undefined }) {
  const { t } = useTranslation(["overview", "common"]);
  const [parameters] = useSearchParams();
  const closed = new URLSearchParams(parameters);
  closed.delete("selected");
  return (
    <section
      aria-label={card.name}
      className="absolute inset-x-2 bottom-2 z-10 flex flex-col gap-2 rounded-card bg-surface p-4 shadow-float lg:start-4 lg:end-auto lg:bottom-18 lg:w-96 print:static print:w-auto print:shadow-none"
    >
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 lang="zh" className="text-lg font-semibold">
            {card.name}
          </h2>
          <p className="text-sm text-muted">
            <span lang="zh">{card.townName}</span> · {card.code}
          </p>
        </div>
        <Link
          to={{ search: closed.toString() }}
          preventScrollReset
          className="target -me-2 -mt-2 grid place-items-center rounded-control text-muted hover:bg-wash print:hidden"
        >
          <Icon name="close" label={t("common:close")} />
        </Link>
      </div>
      {fact && <p className="font-semibold">{fact}</p>}
      {card.kind === "site" ? <SiteCard site={card} /> : <MemberCard member={card} />}
    </section>
  );
}

function SiteCard({ site }: { site: Of<"site"> }) {
  const { t, i18n } = useTranslation(["overview", "sites"]);
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <SiteStatusBadge status={site.status} />
        <StageBadge stage={site.stage} />
        <span>{t(`sites:kind.${site.siteKind}`)}</span>
      </div>
      <p>
        {site.areaM2 !== null && (
          <strong className="me-3 text-xl">
            {t("sites:inMu", { mu: formatMu(site.areaM2, i18n.language) })}
          </strong>
        )}
        {site.volumeM3 !== null && (
          <strong className="me-3 text-xl">{formatVolume(site.volumeM3, i18n.language)} m³</strong>
        )}
        <Link to={`/members/${site.operatorId}`} lang="zh">
          {site.operatorName}
        </Link>
      </p>
      {site.features.length === 0 ? (
        <p className="text-sm text-due">{t("map.noPosition")}</p>
      ) : (
        site.positionSource === "sketch" && <p className="text-sm text-muted">{t("map.sketched")}</p>
      )}
      <div className="flex flex-wrap gap-2">
        <ButtonLink to={`/sites/${site.id}`}>{t("map.open")}</ButtonLink>
        {site.mayEdit && (
          <ButtonLink to={`/sites/${site.id}/outline`} icon="edit">
            {t("map.correct")}
          </ButtonLink>
        )}
      </div>
    </>
  );
}

function MemberCard({ member }: { member: Of<"member"> }) {
  const { t, i18n } = useTranslation(["overview", "sites"]);
  return (
    <>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {member.sums.map(({ kind, sites, areaM2 }) => (
          <li key={kind}>
            {t(`sites:kind.${kind}`)} <strong>{formatNumber(sites, i18n.language)}</strong>
            {areaM2 > 0 && (
              <span className="text-muted"> {t("sites:inMu", { mu: formatMu(areaM2, i18n.language) })}</span>
            )}
          </li>
        ))}
      </ul>
      {member.features.length === 0 && <p className="text-sm text-due">{t("map.noPosition")}</p>}
      <div className="flex flex-wrap gap-2">
        <ButtonLink to={`/members/${member.id}`}>{t("map.open")}</ButtonLink>
        <ButtonLink to={`/map?organization=${member.id}`} icon="fit">
          {t("map.onlyThese")}
        </ButtonLink>
      </div>
    </>
  );
}
