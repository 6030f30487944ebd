import { useTranslation } from "#app/i18n/useTranslation.ts";
import { buttonStyle } from "#app/ui/buttonStyle.ts";
import { Icon } from "#app/ui/Icon.tsx";
import { Link } from "#app/ui/Link.tsx";
import { type ChartRange, chartRanges } from "./kinds.ts";

type RangeLinksProps = {
  range: ChartRange;
  until: string;
  /** the last days of the pages before and after; none after today */
  earlier: string;
  later: string | null;
  table: boolean;
};

/** How much of the past the charts show, and which part of it; all of it in the address. */
export function RangeLinks({ range, until, earlier, later, table }: RangeLinksProps) {
  const { t } = useTranslation("water");
  const to = (parameters: { range?: ChartRange; until?: string; table?: boolean }) => {
    const all = { range, until, table, ...parameters };
    return {
      search: String(
        new URLSearchParams({ range: all.range, until: all.until, ...(all.table && { table: "1" }) }),
      ),
    };
  };
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 print:hidden">
      <nav aria-label={t("range.label")} className="flex flex-wrap gap-1">
        {chartRanges.map((one) => (
          <Link
            key={one}
            to={to({ range: one })}
            preventScrollReset
            aria-current={one === range ? "true" : undefined}
            className={buttonStyle(one === range ? "primary" : "quiet")}
          >
            {t(`range.${one}`)}
          </Link>
        ))}
      </nav>
      <div className="flex flex-wrap gap-1">
        <Link to={to({ until: earlier })} preventScrollReset className={buttonStyle("quiet")}>
          <Icon name="chevronLeft" className="size-4" />
          {t("chart.earlier")}
        </Link>
        {later && (
          <Link to={to({ until: later })} preventScrollReset className={buttonStyle("quiet")}>
            {t("chart.later")}
            <Icon name="chevronRight" className="size-4" />
          </Link>
        )}
        <Link to={to({ table: !table })} preventScrollReset className={buttonStyle("secondary")}>
          {t(table ? "chart.hideTable" : "chart.table")}
        </Link>
      </div>
    </div>
  );
}
