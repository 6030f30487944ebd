import type { ReactNode } from "react";

/** Figures side by side, two abreast on a phone. */
export function FigureRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul
      aria-label={label}
      className="grid grid-cols-2 overflow-hidden rounded-card border border-line bg-surface sm:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]"
    >
      {children}
    </ul>
  );
}
