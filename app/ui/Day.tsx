import { formatDay } from "#app/i18n/format.ts";

/** A day as it is written everywhere: 2026-03-15. Of an instant, its day in China. */
export function Day({ day }: { day: Date | string }) {
  const written = formatDay(day);
  return (
    <time dateTime={written} className="whitespace-nowrap">
      {written}
    </time>
  );
}
