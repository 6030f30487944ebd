import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "#app/i18n/format.ts";

/** A number of a table that leads to what it counts; nothing leads nowhere. */
export function CountLink({ to, value, decimals = 0 }: { to: string; value: number; decimals?: number }) {
  const { i18n } = useTranslation();
  if (value === 0) return <span className="text-muted">0</span>;
  return <Link to={to}>{formatNumber(value, i18n.language, decimals)}</Link>;
}
