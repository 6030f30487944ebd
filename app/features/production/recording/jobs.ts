import { chinaDay } from "#app/i18n/day.ts";
import type { SiteKind } from "../../sites/kinds.ts";

/** A weighing is due after so many days: from then on the biomass is worth little (domain.md, trust). */
const weighEveryDays = 20;
/** Fed ponds are looked after every day; after so many without a record somebody asks. */
const recordEveryDays = 3;
/** Withdrawals are announced so many days before and after they end. */
export const withdrawalNoticeDays = 3;

const tended: SiteKind[] = ["pond", "earth_pond", "raceway", "hatchery", "holding"];

type Site = {
  id: string;
  name: string;
  kind: SiteKind;
  lastEventAt: Date | null;
  lots: { id: string; massG: number; form: string; weighedAt: Date; startedAt: Date }[];
};
type Withdrawal = {
  lotId: string;
  endedOn: string | null;
  expectedFrom: string | null;
  expectedTo: string | null;
};

export type Job = { siteId: string; place: string } & (
  | { what: "weigh" | "record"; days: number }
  | { what: "withdrawal"; from: string | null; to: string | null }
  | { what: "withdrawalOver" }
);

const daysSince = (at: Date, today: string) =>
  Math.round((Date.parse(today) - Date.parse(chinaDay(at))) / 86_400_000);

/** What is due at the own ponds today, the most pressing first. Whoever measures water adds its jobs to `others`. */
export function jobsOf(
  sites: Site[],
  { withdrawals, today, others = [] }: { withdrawals: Withdrawal[]; today: string; others?: Job[] },
): Job[] {
  const stocked = sites
    .map((site) => ({ ...site, lots: site.lots.filter(({ massG }) => massG > 0) }))
    .filter(({ kind, lots }) => tended.includes(kind) && lots.length > 0);
  const ending = sites.flatMap(({ id: siteId, name: place, lots }) =>
    withdrawals
      .filter(({ lotId }) => lots.some(({ id }) => id === lotId))
      .map(
        ({ endedOn, expectedFrom: from, expectedTo: to }): Job =>
          endedOn && endedOn <= today
            ? { siteId, place, what: "withdrawalOver" }
            : { siteId, place, what: "withdrawal", from, to },
      ),
  );
  const silent = stocked.flatMap(({ id: siteId, name: place, lastEventAt, lots }): Job[] => {
    const since = lastEventAt ?? (lots[0] as { startedAt: Date }).startedAt;
    const days = daysSince(since, today);
    return days > recordEveryDays ? [{ siteId, place, what: "record", days }] : [];
  });
  const unweighed = stocked.flatMap(({ id: siteId, name: place, lots }): Job[] => {
    const days = Math.max(...lots.map(({ weighedAt }) => daysSince(weighedAt, today)));
    return days > weighEveryDays ? [{ siteId, place, what: "weigh", days }] : [];
  });
  return [...ending, ...others, ...silent, ...unweighed];
}
