import { useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { formatMu } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Icon } from "#app/ui/Icon.tsx";
import { Link } from "#app/ui/Link.tsx";
import { signOfKind } from "./map-layers/signs.ts";
import type { loadMapPage } from "./map-page.server.ts";

type Page = Awaited<ReturnType<typeof loadMapPage>>;
type MapListProps = Pick<Page, "sites" | "facts" | "villages" | "more" | "selected">;

/** What is in view, in words. Choosing an entry shows it on the map and opens its card. */
export function MapList({ sites, facts, villages, more, selected }: MapListProps) {
  const { t, i18n } = useTranslation(["overview", "sites"]);
  if (sites.length === 0 && villages.length === 0) return <p className="text-muted">{t("map.nothing")}</p>;
  return (
    <div className="flex flex-col gap-4">
      {villages.length > 0 && (
        <details open={sites.length === 0 || undefined}>
          <summary className="target flex cursor-pointer items-center gap-1 font-semibold">
            <Icon name="chevronRight" className="size-4 in-open:rotate-90" />
            {t("map.villages", { count: villages.length })}
          </summary>
          <ul className="divide-y divide-line">
            {villages.map(({ id, name, townName, mu, ponds }) => (
              <Entry
                key={id}
                to={`member:${id}`}
                selected={selected}
                icon={<Icon name="town" className="size-4" />}
                name={name}
              >
                <span lang="zh">{townName}</span>
                {ponds > 0 && <> · {t("map.ponds", { count: ponds })}</>}
                {mu > 0 && <> · {t("sites:inMu", { mu })}</>}
              </Entry>
            ))}
          </ul>
        </details>
      )}
      {sites.length > 0 && (
        <section>
          <h2 className="font-semibold">{t("map.sites")}</h2>
          <ul className="divide-y divide-line">
            {sites.map(({ id, name, kind, operatorName, areaM2 }) => (
              <Entry
                key={id}
                to={`site:${id}`}
                selected={selected}
                icon={<Icon name={signOfKind[kind].icon} className="size-4" />}
                name={name}
              >
                {facts[id] && <strong className="text-ink">{facts[id]} · </strong>}
                {t(`sites:kind.${kind}`)} · <span lang="zh">{operatorName}</span>
                {areaM2 !== null && <> · {t("sites:inMu", { mu: formatMu(areaM2, i18n.language) })}</>}
              </Entry>
            ))}
          </ul>
          {more && <p className="pt-2 text-sm text-muted">{t("map.more")}</p>}
        </section>
      )}
    </div>
  );
}

type EntryProps = {
  to: string;
  selected: string | undefined;
  icon: ReactNode;
  name: string;
  children: ReactNode;
};

function Entry({ to, selected, icon, name, children }: EntryProps) {
  const [parameters] = useSearchParams();
  const next = new URLSearchParams(parameters);
  next.set("selected", to);
  // Without bounds of its own the view goes where the chosen thing lies.
  next.delete("bbox");
  return (
    <li>
      <Link
        to={{ search: next.toString() }}
        preventScrollReset
        aria-current={selected === to || undefined}
        className="flex min-h-11 items-center gap-2.5 rounded-control px-2 py-1.5 text-ink no-underline hover:bg-wash aria-[current]:bg-accent-soft"
      >
        <span className="text-muted">{icon}</span>
        <span className="min-w-0">
          <span lang="zh" className="block truncate font-medium">
            {name}
          </span>
          <span className="block truncate text-sm text-muted">{children}</span>
        </span>
      </Link>
    </li>
  );
}
