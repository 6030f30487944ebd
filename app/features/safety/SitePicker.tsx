import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Button } from "#app/ui/Button.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { FilterSearch } from "#app/ui/FilterSearch.tsx";
import { Icon } from "#app/ui/Icon.tsx";
import { Link } from "#app/ui/Link.tsx";

type SitePickerProps = {
  sites: { id: string; name: string; code: string; townName: string; operatorName: string }[];
};

/** The site to be inspected, found by name or number. */
export function SitePicker({ sites }: SitePickerProps) {
  const { t } = useTranslation(["safety", "common"]);
  return (
    <>
      <Form method="get" role="search" aria-label={t("inspection.pick")} className="flex items-end gap-2">
        <FilterSearch label={t("inspection.pick")} hint={t("inspection.pickHint")} />
        <Button type="submit" icon="search">
          {t("common:search")}
        </Button>
      </Form>
      {sites.length === 0 ? (
        <EmptyState title={t("inspection.pickNone")} />
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {sites.map(({ id, name, code, townName, operatorName }) => (
            <li key={id}>
              <Link
                to={`/inspections/new?site=${id}`}
                className="target flex items-center gap-3 px-4 py-2.5 text-ink no-underline hover:bg-wash/60"
              >
                <span className="min-w-0 flex-1">
                  <span lang="zh" className="font-medium">
                    {name}
                  </span>{" "}
                  <span className="text-sm text-muted">
                    {code} ·{" "}
                    <span lang="zh">
                      {townName} {operatorName}
                    </span>
                  </span>
                </span>
                <Icon name="chevronRight" className="size-4 text-muted" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
