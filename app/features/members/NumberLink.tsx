import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Link } from "#app/ui/Link.tsx";

type NumberLinkProps = { value: number; to: string; decimals?: number };

/** A number in a table that leads to what it counts; of nothing there is nothing to see. */
export function NumberLink({ value, to, decimals }: NumberLinkProps) {
  const { i18n } = useTranslation();
  if (value === 0) return <span className="text-muted">0</span>;
  return <Link to={to}>{formatNumber(value, i18n.language, decimals)}</Link>;
}
