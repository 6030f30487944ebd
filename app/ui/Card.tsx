import type { ReactNode } from "react";

/** A sheet of paper; `flush` lets a table or a map reach its edges. */
export function Card({ flush = false, children }: { flush?: boolean; children: ReactNode }) {
  return (
    <div className={`rounded-card border border-line bg-surface print:border-0 ${flush ? "" : "p-4 sm:p-5"}`}>
      {children}
    </div>
  );
}
