import type { ReactNode } from "react";

/** A plain fact in a word or two: a flag, a kind. What calls for action is a StatusBadge. */
export function Badge({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-center rounded-full border border-line bg-wash px-2 py-px text-xs whitespace-nowrap">
      {children}
    </span>
  );
}
