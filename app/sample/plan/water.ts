import { allToStored, type Measures } from "#app/features/production/water/quantities.ts";
import type { StoredReading } from "#app/features/production/water/queries/store-readings.server.ts";
import type { Context } from "./context.ts";
import { beginningOf } from "./ids.ts";
import { findOrganization, known, type Organization } from "./organizations.ts";
import type { Random } from "./random.ts";
import type { Site } from "./sites.ts";

/** Without a source it was measured by hand. */
type Reading = Omit<StoredReading, "sourceId"> & { sourceId: string | null };
type Device = { id: string; siteId: string; operatorId: string; name: string; intervalMinutes: number };

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const handDays = 548;
const deviceDays = 14;
const intervalMinutes = 15;
/** The night in which an aerator stood still, and when a probe fell silent, before the day. */
const nightDaysAgo = 5;
const silentHoursAgo = 32;

const nothing: Measures = {
  oxygen: null,
  temperature: null,
  ph: null,
  tan: null,
  nitrite: null,
  power: null,
  aerator: null,
};

/**
 * What was measured: by hand at one tank of every base each two or three days, at raceways and waters less often, for
 * 18 months; by six probes for the last two weeks, one low-oxygen night and one that fell silent among them. All of
 * the trouble is the enterprise's that is called an example.
 */
export function planWater(context: Context, organizations: readonly Organization[], sites: readonly Site[]) {
  const random = context.random.fork("water");
  const end = beginningOf(context.asOf).getTime();
  const inUse = sites.filter(({ status }) => status === "in_use");
  const byHand = measuredByHand(inUse).flatMap(({ site, everyDays }) =>
    planHand(random, site, everyDays, end),
  );

  const troubled = findOrganization(organizations, "E05");
  const pondsOf = ({ id }: Organization) =>
    inUse.filter(({ kind, operatorId }) => kind === "pond" && operatorId === id);
  const probed = [
    ...pondsOf(troubled).slice(0, 3),
    ...pondsOf(findOrganization(organizations, known.junba)).slice(0, 2),
    ...inUse.filter(({ kind }) => kind === "raceway").slice(0, 1),
  ];
  const devices = probed.map(
    (site): Device => ({
      id: context.nextId(),
      siteId: site.id,
      operatorId: site.operatorId,
      name: `${site.name}溶氧仪`,
      intervalMinutes,
    }),
  );
  const silentFrom = end - silentHoursAgo * hourMs;
  const stoppedAt = end - nightDaysAgo * dayMs + hourMs;
  const series = devices.flatMap((device, index) => {
    const site = probed[index] as Site;
    const readings = planSeries(random, site, device.id, end);
    if (index === 0) return withStoppedAerator(readings, stoppedAt);
    return index === 1 ? readings.filter(({ measuredAt }) => measuredAt.getTime() < silentFrom) : readings;
  });
  const until = (at: number, from = 0) =>
    series.filter(({ measuredAt }) => measuredAt.getTime() < at && measuredAt.getTime() >= from);
  const seenAt = stoppedAt + 2 * hourMs;
  const overAt = stoppedAt + 8 * hourMs;
  return {
    devices,
    /** In the order in which they were received. */
    batches: [
      { at: new Date(seenAt), readings: until(seenAt) },
      { at: new Date(overAt), readings: until(overAt, seenAt) },
      { at: new Date(silentFrom), readings: until(silentFrom, overAt) },
      { at: new Date(end), readings: [...until(end, silentFrom), ...byHand] },
    ],
    acknowledgedAt: new Date(seenAt + hourMs / 12),
    closedAt: new Date(overAt + hourMs / 6),
    silentNoticedAt: new Date(silentFrom + hourMs),
  };
}

/** One tank stands for its base. */
function measuredByHand(sites: readonly Site[]) {
  const first = new Map<string, Site>();
  for (const site of sites)
    if (site.kind === "pond" && !first.has(site.ownerId)) first.set(site.ownerId, site);
  const ofKind = (kind: Site["kind"]) => sites.filter((site) => site.kind === kind);
  return [
    ...[...first.values()].map((site) => ({ site, everyDays: [2, 3] as const })),
    ...ofKind("raceway").map((site) => ({ site, everyDays: [3, 5] as const })),
    ...ofKind("water_area").map((site) => ({ site, everyDays: [14, 28] as const })),
  ];
}

function planHand(random: Random, site: Site, everyDays: readonly [number, number], end: number) {
  const readings: Reading[] = [];
  for (let day = handDays - random.integer(0, 3); day > 1; day -= random.integer(...everyDays)) {
    const at = end - day * dayMs + random.integer(7 * 60, 10 * 60) * 60_000;
    const whole = random.chance(0.25);
    readings.push({
      ...of(site, at, null, {
        ...atHour(random, site, at),
        ...(whole && {
          ph: random.between(7.1, 7.7),
          tan: random.between(0.08, 0.45),
          nitrite: random.between(0.01, 0.08),
        }),
      }),
    });
  }
  return readings;
}

function planSeries(random: Random, site: Site, sourceId: string, end: number) {
  const count = (deviceDays * dayMs) / (intervalMinutes * 60_000);
  return Array.from({ length: count }, (_, i) => {
    const at = end - (count - i) * intervalMinutes * 60_000;
    return of(site, at, sourceId, { ...atHour(random, site, at), aerator: i % 4 === 0 ? true : null });
  });
}

/** The aerator stops, oxygen falls to 2.2 mg/L within two hours, and is back four hours after it runs again. */
function withStoppedAerator(readings: Reading[], stoppedAt: number): Reading[] {
  const ranAt = stoppedAt + 2.5 * hourMs;
  return readings.map((reading) => {
    const at = reading.measuredAt.getTime();
    if (at < stoppedAt || at > ranAt + 4 * hourMs || reading.oxygen === null) return reading;
    const share = at < ranAt ? (at - stoppedAt) / (2 * hourMs) : 1 - (at - ranAt) / (4 * hourMs);
    const oxygen = Math.round(reading.oxygen - Math.min(1, share) * (reading.oxygen - 2200));
    return { ...reading, oxygen, aerator: at >= ranAt };
  });
}

/** A reading in the units of the database. */
function of(site: Site, at: number, sourceId: string | null, measures: Partial<Measures>): Reading {
  const given = { ...nothing, ...measures };
  return { siteId: site.id, measuredAt: new Date(at), sourceId, ...given, ...allToStored(given) };
}

/** Temperature by season and hour, colder and steadier in raceways; oxygen by how much such water holds. */
function atHour(random: Random, site: Site, at: number) {
  const china = at + 8 * hourMs;
  const year = (china / dayMs - 110) / 365.25;
  const hour = (china % dayMs) / hourMs;
  const isCold = site.kind === "raceway";
  const season = isCold ? 13 + 3.5 * Math.sin(2 * Math.PI * year) : 16 + 11 * Math.sin(2 * Math.PI * year);
  const temperature =
    season + (isCold ? 0.4 : 1) * Math.sin((2 * Math.PI * (hour - 9)) / 24) + random.between(-0.4, 0.4);
  const saturation = 14.6 - 0.41 * temperature + 0.008 * temperature ** 2 - 0.00008 * temperature ** 3;
  const share = 0.86 + 0.06 * Math.sin((2 * Math.PI * (hour - 10)) / 24) + random.between(-0.03, 0.03);
  return { temperature, oxygen: saturation * share };
}
