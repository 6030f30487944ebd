import type { ReactNode } from "react";

export type Description = { label: string; value: ReactNode; wide?: boolean };

/** What is known of one record; what is not known shows a dash. */
export function DescriptionList({ items }: { items: Description[] }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,15rem),1fr))] gap-x-6 gap-y-3">
      {items.map(({ label, value, wide }) => (
        <div key={label} className={wide ? "col-span-full" : "min-w-0"}>
          <dt className="text-sm text-muted">{label}</dt>
          <dd>{value === null || value === undefined || value === "" ? "—" : value}</dd>
        </div>
      ))}
    </dl>
  );
}
