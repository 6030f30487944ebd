import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Link } from "#app/ui/Link.tsx";
import { rowStatuses } from "./kinds.ts";

type RowStatus = (typeof rowStatuses)[number];
type RowFilterProps = { counts: Record<RowStatus, number>; total: number; chosen?: RowStatus };

/** How many rows of each kind there are; each number leads to them. */
export function RowFilter({ counts, total, chosen }: RowFilterProps) {
  const { t, i18n } = useTranslation("exchange");
  const views = [
    { status: undefined, label: t("all"), count: total },
    ...rowStatuses.map((status) => ({ status, label: t(`status.${status}`), count: counts[status] })),
  ];
  return (
    <nav aria-label={t("views")} className="border-b border-line">
      <ul className="flex flex-wrap gap-x-5">
        {views.map(({ status, label, count }) => (
          <li key={label}>
            <Link
              to={status ? `?status=${status}` : "?"}
              aria-current={status === chosen ? "page" : undefined}
              className="target inline-flex items-center gap-1.5 border-b-2 border-transparent whitespace-nowrap text-muted no-underline hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink -outline-offset-2"
            >
              {label}
              <span className="text-xs font-normal text-muted">{formatNumber(count, i18n.language)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
