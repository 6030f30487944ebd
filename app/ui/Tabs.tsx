import { NavLink } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "#app/i18n/format.ts";

export type Tab = { to: string; label: string; count?: number; end?: boolean };

/** Views of one thing, each with its own address. */
export function Tabs({ label, items }: { label: string; items: Tab[] }) {
  const { i18n } = useTranslation();
  return (
    <nav aria-label={label} className="overflow-x-auto border-b border-line print:hidden">
      <ul className="flex gap-5">
        {items.map(({ to, label: name, count, end }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={end}
              className="target inline-flex items-center gap-1.5 border-b-2 border-transparent whitespace-nowrap text-muted no-underline hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink -outline-offset-2"
            >
              {name}
              {count !== undefined && (
                <span className="text-xs font-normal text-muted">{formatNumber(count, i18n.language)}</span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
