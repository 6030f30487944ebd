import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Link } from "#app/ui/Link.tsx";

/** A number of a table that leads to what it counts; nothing leads nowhere. */
export function CountLink({ to, value, decimals = 0 }: { to: string; value: number; decimals?: number }) {
  const { i18n } = useTranslation();
  if (value === 0) return <span className="text-muted">0</span>;
  return <Link to={to}>{formatNumber(value, i18n.language, decimals)}</Link>;
}
