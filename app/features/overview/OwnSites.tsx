import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Link } from "#app/ui/Link.tsx";
import { Section } from "#app/ui/Section.tsx";
import { siteKinds } from "../sites/kinds.ts";
import { SiteStatusBadge } from "../sites/SiteStatusBadge.tsx";
import type { OwnSite } from "./first-page.server.ts";

type OwnSitesProps = {
  sites: OwnSite[];
  /** The village's own name, which its keeper does not need to read on every pond. */
  prefix?: string;
};

/** So many of a kind stand under a heading of their own. */
const ownHeadingFrom = 4;

/** Sites as tiles for a thumb, ponds by their number. */
export function OwnSites({ sites, prefix = "" }: OwnSitesProps) {
  const { t } = useTranslation(["overview", "sites"]);
  const kinds = siteKinds.map((kind) => ({ kind, own: sites.filter((site) => site.kind === kind) }));
  const few = kinds.filter(({ own }) => own.length < ownHeadingFrom).flatMap(({ own }) => own);
  return (
    <>
      {kinds
        .filter(({ own }) => own.length >= ownHeadingFrom)
        .map(({ kind, own }) => (
          <Section
            key={kind}
            title={t(`sites:kind.${kind}`)}
            note={t("sites:answer", { count: own.length, number: own.length })}
          >
            <Tiles sites={own} prefix={prefix} />
          </Section>
        ))}
      {few.length > 0 && (
        <Section title={t(few.length < sites.length ? "otherKinds" : "sites:title")}>
          <Tiles sites={few} prefix={prefix} named />
        </Section>
      )}
    </>
  );
}

/** `named` says on each tile what kind it is. */
function Tiles({ sites, prefix = "", named = false }: OwnSitesProps & { named?: boolean }) {
  const { t } = useTranslation("sites");
  const names = sites.map(({ name }) =>
    prefix !== "" && name.startsWith(prefix) && name !== prefix ? name.slice(prefix.length) : name,
  );
  const isLong = names.some((name) => name.length > 5);
  return (
    <ul
      className={`grid gap-2 ${isLong ? "grid-cols-[repeat(auto-fill,minmax(min(100%,10rem),1fr))]" : "grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))]"}`}
    >
      {sites.map(({ id, kind, status }, index) => (
        <li key={id}>
          <Link
            to={`/sites/${id}`}
            className="flex h-full min-h-16 flex-col items-start justify-center gap-0.5 rounded-card border border-line bg-surface px-3 py-2 text-ink no-underline hover:bg-wash"
          >
            <span lang="zh" className="text-lg leading-snug font-semibold">
              {names[index]}
            </span>
            {named && <span className="text-sm text-muted">{t(`kind.${kind}`)}</span>}
            {status !== "in_use" && <SiteStatusBadge status={status} />}
          </Link>
        </li>
      ))}
    </ul>
  );
}
