import { useTranslation } from "#app/i18n/useTranslation.ts";
import { FilterBar } from "#app/ui/FilterBar.tsx";
import { FilterSearch } from "#app/ui/FilterSearch.tsx";
import { Link } from "#app/ui/Link.tsx";
import { MapLink } from "../recording/MapLink.tsx";

type Site = { id: string; code: string; name: string; operatorId: string; operatorName: string };
type SiteChoiceProps = { label: string; sites: Site[]; kind: "treatment" | "test" };

/** Which site: found by code or name; each leads to the form for it. */
export function SiteChoice({ label, sites, kind }: SiteChoiceProps) {
  const { t } = useTranslation("treatments");
  // Somebody's own ponds lie close together; a county's are looked for by name.
  const [operatorId, ...others] = new Set(sites.map(({ operatorId }) => operatorId));
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <FilterBar label={label} active={[]}>
        <FilterSearch label={t("treatment.find")} />
      </FilterBar>
      {sites.length > 1 && others.length === 0 && <MapLink kind={kind} organization={operatorId} />}
      {sites.length === 0 && <p className="text-muted">{t("treatment.noSite")}</p>}
      <ul className="divide-y divide-line rounded-card border border-line bg-surface empty:hidden">
        {sites.map(({ id, code, name, operatorName }) => (
          <li key={id}>
            <Link to={`?site=${id}`} className="target flex flex-wrap gap-x-3 px-4 py-2.5">
              <span lang="zh" className="font-medium">
                {name}
              </span>
              <span className="text-muted">
                {code} · <span lang="zh">{operatorName}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
