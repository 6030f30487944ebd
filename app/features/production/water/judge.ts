import type { SiteKind } from "../../sites/kinds.ts";
import type { Judgement, Verdict } from "./alarm-rules.ts";
import { unionizedAmmonia } from "./ammonia.ts";
import {
  allFromStored,
  type Measures,
  type Quantity,
  quantityNames,
  type Switch,
  switches,
} from "./quantities.ts";
import { isBeyond, type Limit, thresholdsFor } from "./thresholds.ts";

/** The alarms that readings raise; a sensor that is silent has none. */
export const readingKinds = ["oxygen", "temperature", "ammonia", "nitrite", "power", "aerator"] as const;
export type ReadingKind = (typeof readingKinds)[number];

/** NH₃ as the other mg/L: in µg/L. */
const ammoniaScale = 1000;
const scales = { oxygen: 1000, temperature: 100, ammonia: ammoniaScale, nitrite: 1000 };
export const alarmScale = (kind: keyof typeof scales) => scales[kind];

type Newest = { [Name in Quantity | Switch as `${Name}At`]: Date | null } & Measures;
type Site = { kind: SiteKind; species: readonly string[] } & Newest;
type Reading = { measuredAt: Date } & Measures;

/** pH and temperature of a day are good enough to tell how much of the ammonia is un-ionized. */
const companionMs = 24 * 60 * 60 * 1000;

/**
 * What readings of a site say to one kind of alarm, in the unit of the database, with the newest that the site told
 * of it: readings that arrive late are followed by what is known since.
 */
export function judge(kind: ReadingKind, site: Site, readings: readonly Reading[]) {
  if (kind === "power" || kind === "aerator") {
    const told = followed(readings, newestOf(site, kind)).filter((one) => one[kind] !== null);
    const judgements = told.map(
      (one): Judgement => ({ at: one.measuredAt, value: null, verdict: one[kind] ? "good" : "bad" }),
    );
    return { judgements, threshold: null };
  }
  const limit = thresholdsFor(site)[kind];
  if (!limit || limit.alarm === null) return { judgements: [], threshold: null };
  const quantity = kind === "ammonia" ? "tan" : kind;
  const judgements = followed(readings, newestOf(site, quantity)).flatMap((reading): Judgement[] => {
    const value = kind === "ammonia" ? ammoniaOf(site, reading) : allFromStored(reading)[kind];
    if (value === null) return [];
    return [
      { at: reading.measuredAt, value: Math.round(value * scales[kind]), verdict: verdictOf(limit, value) },
    ];
  });
  return { judgements, threshold: Math.round(limit.alarm * scales[kind]) };
}

function verdictOf(limit: Limit, value: number): Verdict {
  if (limit.alarm !== null && isBeyond(limit, value, limit.alarm)) return "bad";
  return limit.recovery !== null && !isBeyond(limit, value, limit.recovery) ? "good" : "between";
}

/** Whether a value is further out than another. */
export const worse = (kind: ReadingKind) => (a: number, b: number) => (kind === "oxygen" ? a < b : a > b);

const nothing = Object.fromEntries([...quantityNames, ...switches].map((name) => [name, null])) as Measures;

/** Late readings with what came after them; what was newest before them was judged in its time. */
const followed = (readings: readonly Reading[], newest: Reading) =>
  readings.some(({ measuredAt }) => measuredAt < newest.measuredAt) ? [...readings, newest] : readings;

/** The newest of one measure as a reading of its own. */
function newestOf(site: Site, name: Quantity | Switch): Reading {
  return { ...nothing, [name]: site[name], measuredAt: site[`${name}At`] ?? new Date(0) };
}

function ammoniaOf(site: Site, reading: Reading) {
  const { tan, ph, temperature } = allFromStored({
    ...reading,
    ph: reading.ph ?? companion(site.ph, site.phAt, reading.measuredAt),
    temperature: reading.temperature ?? companion(site.temperature, site.temperatureAt, reading.measuredAt),
  });
  return tan === null || ph === null || temperature === null
    ? null
    : unionizedAmmonia({ tan, ph, temperature });
}

const companion = (value: number | null, at: Date | null, of: Date) =>
  at !== null && Math.abs(at.getTime() - of.getTime()) < companionMs ? value : null;
