import { useId } from "react";

type ProgressProps = { label: string; value?: number; max?: number; note?: string };

/** Work under way; without a value it only says that something moves. */
export function Progress({ label, value, max = 100, note }: ProgressProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <progress id={id} value={value} max={max} className="h-2.5 w-full" />
      <p className="text-sm text-muted" aria-live="polite">
        {note}
      </p>
    </div>
  );
}
