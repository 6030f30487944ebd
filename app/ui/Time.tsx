import { formatTime } from "#app/i18n/format.ts";

/** An instant in China's time: 2026-03-15 14:05. */
export function Time({ at }: { at: Date | string }) {
  return (
    <time dateTime={new Date(at).toISOString()} className="whitespace-nowrap">
      {formatTime(at)}
    </time>
  );
}
