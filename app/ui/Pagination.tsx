import { useSearchParams } from "@remix-run/react";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { buttonStyle } from "./buttonStyle.ts";
import { Icon } from "./Icon.tsx";
import { Link } from "./Link.tsx";

type PaginationProps = {
  shown: number;
  total?: number;
  /** The key after which the next page begins; none on the last page. */
  next?: string | null;
  /** The parameter that carries the key. */
  parameter?: string;
};

/** Lists page by key: forward, or back to the beginning; the filters stay. */
export function Pagination({ shown, total, next, parameter = "after" }: PaginationProps) {
  const { t, i18n } = useTranslation();
  const [current] = useSearchParams();
  const address = (key?: string) => {
    const parameters = new URLSearchParams(current);
    parameters.delete(parameter);
    if (key) parameters.set(parameter, key);
    return { search: parameters.toString() };
  };
  const count = { shown: formatNumber(shown, i18n.language), total: formatNumber(total ?? 0, i18n.language) };
  return (
    <nav aria-label={t("pages")} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p className="text-sm text-muted">{total === undefined ? t("shown", count) : t("shownOf", count)}</p>
      <div className="flex gap-2">
        {current.has(parameter) && (
          <Link to={address()} className={buttonStyle("quiet")}>
            {t("first")}
          </Link>
        )}
        {next && (
          <Link to={address(next)} className={buttonStyle("secondary")} rel="next">
            {t("next")}
            <Icon name="chevronRight" className="size-4" />
          </Link>
        )}
      </div>
    </nav>
  );
}
