import type { ReactNode } from "react";
import { Link } from "./Link.tsx";

type FigureProps = {
  /** Formatted, see app/i18n/format.ts. */
  value: string;
  unit?: string;
  label: string;
  /** The list of what is counted. */
  to: string;
  note?: ReactNode;
};

/** A number that leads to what it counts; stands in a FigureRow. */
export function Figure({ value, unit, label, to, note }: FigureProps) {
  return (
    <li className="-ms-px -mt-px min-w-0 max-sm:odd:last:col-span-2 border-s border-t border-line p-1">
      <Link
        to={to}
        className="group flex h-full flex-col rounded-control px-4 py-3 text-ink no-underline hover:bg-wash/60"
      >
        <span className="text-sm text-muted group-hover:text-accent">{label}</span>
        <span className="text-2xl leading-tight font-semibold xl:text-3xl">
          {value}
          {unit && <span className="ms-1 text-base font-normal lang-zh:ms-0.5 text-muted">{unit}</span>}
        </span>
        {note && <span className="mt-0.5 text-xs text-muted">{note}</span>}
      </Link>
    </li>
  );
}
