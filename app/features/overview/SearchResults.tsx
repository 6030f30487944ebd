import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Link } from "#app/ui/Link.tsx";
import { Section } from "#app/ui/Section.tsx";
import type { HitGroup } from "./search.server.ts";

/** What a search found, by kind. */
export function SearchResults({ groups }: { groups: HitGroup[] }) {
  const { t } = useTranslation("overview");
  return groups.map(({ kind, hits, more }) => (
    <Section
      key={kind}
      title={t(`search.${kind}`)}
      actions={more && <Link to={more}>{t("search.more")}</Link>}
    >
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        {hits.map(({ to, name, code, place }) => (
          <li key={to}>
            <Link
              to={to}
              className="target flex flex-wrap items-baseline gap-x-3 px-4 py-2 text-ink no-underline hover:bg-wash/60"
            >
              <span lang="zh" className="font-medium">
                {name}
              </span>
              <span className="text-sm text-muted">{code}</span>
              <span lang="zh" className="text-sm text-muted">
                {place}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  ));
}
