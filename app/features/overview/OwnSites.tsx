import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Section } from "#app/ui/Section.tsx";
import { siteKinds } from "../sites/kinds.ts";
import { SiteStatusBadge } from "../sites/SiteStatusBadge.tsx";
import type { OwnSite } from "./first-page.server.ts";

type OwnSitesProps = {
  sites: OwnSite[];
  /** The village's own name, which its keeper does not need to read on every pond. */
  prefix?: string;
};

/** Sites as tiles for a thumb, by kind, ponds by their number. */
export function OwnSites({ sites, prefix = "" }: OwnSitesProps) {
  const { t } = useTranslation("sites");
  const shortName = (name: string) =>
    prefix && name.startsWith(prefix) && name.length > prefix.length ? name.slice(prefix.length) : name;
  return siteKinds
    .map((kind) => ({ kind, own: sites.filter((site) => site.kind === kind) }))
    .filter(({ own }) => own.length > 0)
    .map(({ kind, own }) => (
      <Section
        key={kind}
        title={t(`kind.${kind}`)}
        note={t("answer", { count: own.length, number: own.length })}
      >
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,6.5rem),1fr))] gap-2">
          {own.map(({ id, name, status }) => (
            <li key={id} className={shortName(name).length > 8 ? "col-span-2" : undefined}>
              <Link
                to={`/sites/${id}`}
                className="flex h-full min-h-16 flex-col items-start justify-center gap-1 rounded-card border border-line bg-surface px-3 py-2 text-ink no-underline hover:bg-wash"
              >
                <span lang="zh" className="text-lg leading-snug font-semibold">
                  {shortName(name)}
                </span>
                {status !== "in_use" && <SiteStatusBadge status={status} />}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    ));
}
