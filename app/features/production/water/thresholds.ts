import type { SiteKind } from "../../sites/kinds.ts";
import { unionizedAmmonia } from "./ammonia.ts";
import type { Measures } from "./quantities.ts";

/** What is judged: the measures that have a limit, and the NH₃ reckoned from three of them. */
export const judged = ["oxygen", "temperature", "ph", "ammonia", "nitrite"] as const;
export type Judged = (typeof judged)[number];

/** Where a figure comes from: published, or remembered and to be confirmed by a person before anyone relies on it. */
export type Source = "lit" | "mem";

/** In the units people use. `recovery` lies on the safe side of `alarm`, so that a value at the edge rings once. */
export type Limit = {
  direction: "below" | "above";
  warning: number;
  alarm: number | null;
  recovery: number | null;
  source: Source;
};
export type Thresholds = Partial<Record<Exclude<Judged, "ph">, Limit>>;

type Heat = { warning: number; alarm: number | null; source: Source };

/** Warm water by species: a common limit would ring exactly when fish grow best. No rule where nobody knows one. */
const heat: Record<string, Heat> = {
  grass_carp: { warning: 32, alarm: 36, source: "mem" },
  silver_carp: { warning: 36, alarm: null, source: "lit" },
  bighead_carp: { warning: 36, alarm: null, source: "lit" },
  largemouth_bass: { warning: 30, alarm: 34, source: "mem" },
  // Feeds no more at 24 °C and dies at 25 [lit]: a degree to act in.
  rainbow_trout: { warning: 18, alarm: 23, source: "mem" },
  siberian_sturgeon: { warning: 22, alarm: 26, source: "mem" },
};
const coldWater = ["rainbow_trout", "siberian_sturgeon"];
const openWater: SiteKind[] = ["water_area", "rice_field"];
/** Asked once outside of it; nothing rings. */
export const phRange = { from: 6.5, to: 8.5 };

/** How far past the alarm a value must come back, as a share of the way to the warning. */
const wayBack = 0.5;
const limit = (
  direction: Limit["direction"],
  warning: number,
  alarm: number | null,
  source: Source,
): Limit => ({
  direction,
  warning,
  alarm,
  recovery: alarm === null ? null : alarm + (warning - alarm) * wayBack,
  source,
});

/** The limits for what swims in a site: of several species the strictest, of none known those of its kind. */
export function thresholdsFor({ kind, species }: { kind: SiteKind; species: readonly string[] }): Thresholds {
  const oxygen = species.some((one) => coldWater.includes(one))
    ? limit("below", 6, 5, "lit")
    : openWater.includes(kind)
      ? limit("below", 4, 3, "lit")
      : limit("below", 5, 4, "lit");
  const heats = species.flatMap((one) => heat[one] ?? []);
  const strictest = heats.toSorted((a, b) => (a.alarm ?? a.warning) - (b.alarm ?? b.warning))[0];
  return {
    oxygen,
    ...(strictest && {
      temperature: limit(
        "above",
        Math.min(...heats.map(({ warning }) => warning)),
        strictest.alarm,
        strictest.source,
      ),
    }),
    ammonia: limit("above", 0.02, 0.05, "lit"),
    nitrite: limit("above", 0.1, 0.5, "lit"),
  };
}

export type Standing = "good" | "warning" | "alarm";

export const isBeyond = ({ direction }: Limit, value: number, bound: number) =>
  direction === "below" ? value < bound : value > bound;

/** How a value stands: a warning is asked about once, an alarm rings. */
export function standingOf(what: Judged, value: number, thresholds: Thresholds): Standing {
  if (what === "ph") return value < phRange.from || value > phRange.to ? "warning" : "good";
  const given = thresholds[what];
  if (!given) return "good";
  if (given.alarm !== null && isBeyond(given, value, given.alarm)) return "alarm";
  return isBeyond(given, value, given.warning) ? "warning" : "good";
}

/** Everything of one reading that can be judged; NH₃ where total ammonia, pH and temperature are known. */
export function judgedValues({
  oxygen,
  temperature,
  ph,
  tan,
  nitrite,
}: Measures): Partial<Record<Judged, number>> {
  const known = { oxygen, temperature, ph, nitrite };
  return {
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)),
    ...(tan !== null &&
      ph !== null &&
      temperature !== null && { ammonia: unionizedAmmonia({ tan, ph, temperature }) }),
  };
}

/** What of a reading looks wrong and is asked once. */
export const doubtsAbout = (measures: Measures, thresholds: Thresholds) =>
  judged.filter((what) => {
    const value = judgedValues(measures)[what];
    return value !== undefined && standingOf(what, value, thresholds) !== "good";
  });
