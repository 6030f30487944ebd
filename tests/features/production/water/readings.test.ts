import fc from "fast-check";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { database } from "#app/database.server.ts";
import { allToStored, type Measures, quantityNames } from "#app/features/production/water/quantities.ts";
import { countOpenAlarms, listAlarms } from "#app/features/production/water/queries/alarms.server.ts";
import { makeDevice } from "#app/features/production/water/queries/devices.server.ts";
import { recordReadings } from "#app/features/production/water/queries/record-readings.server.ts";
import { listSeries } from "#app/features/production/water/queries/series.server.ts";
import { acknowledgeAlarm, closeAlarm } from "#app/features/production/water/queries/settle-alarms.server.ts";
import { noticeSilentSensors } from "#app/features/production/water/queries/silent-sensors.server.ts";
import { findSiteWater } from "#app/features/production/water/queries/site-water.server.ts";
import { insertSites } from "#app/features/sites/queries/write-sites.server.ts";
import { type Alliance, makeAlliance, makeSite, now, unmeasured } from "../../../factories.ts";

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance(["village", "otherVillage"]);
});

const nothing = unmeasured;
const device = uuidv7();
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const reading = (siteId: string, measuredAt: Date, measures: Partial<Measures>, sourceId = device) => {
  const given = { ...nothing, ...measures };
  return { siteId, measuredAt, sourceId, ...given, ...allToStored(given) };
};

/** A pond of its own for each test. */
async function pond(species = ["largemouth_bass"]) {
  const { village } = alliance.organizations;
  const site = makeSite({ organizationId: village.id, species });
  await insertSites(alliance.writer, [site]);
  return site.id;
}
const record = (readings: ReturnType<typeof reading>[], at = now) =>
  recordReadings({ ...alliance.writer, now: at }, readings);
const alarmsOf = async (site: string, state?: "all") =>
  (await listAlarms(alliance.viewers.coordinator, { site, state })).items;

/** Hours and days as they would be if they were made anew from the readings. */
async function drift(siteId: string) {
  const sums = quantityNames
    .map(
      (q) =>
        `count(${q}) as ${q}_n, coalesce(sum(${q}), 0) as ${q}_sum, min(${q}) as ${q}_min, max(${q}) as ${q}_max`,
    )
    .join(", ");
  const kept = (table: string, key: string) =>
    sql.raw(
      `select ${key} as key, ${quantityNames.flatMap((q) => ["n", "sum", "min", "max"].map((end) => `${q}_${end}`)).join(", ")} from ${table} where site_id = '${siteId}'`,
    );
  const anew = (key: string) =>
    sql.raw(`select ${key} as key, ${sums} from reading where site_id = '${siteId}' group by 1`);
  const differing = async (table: string, key: string, expression: string) => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from (
      (${kept(table, key)} except ${anew(expression)}) union all (${anew(expression)} except ${kept(table, key)})) d`.execute(
      database,
    );
    return rows[0]?.n;
  };
  return [
    await differing("reading_hour", "hour", "date_trunc('hour', measured_at, 'Asia/Shanghai')"),
    await differing("reading_day", "day", "(measured_at at time zone 'Asia/Shanghai')::date"),
  ];
}

test("the same readings again change nothing, other values under the same key are told apart", async () => {
  const site = await pond();
  const first = [
    reading(site, minutesAgo(20), { oxygen: 6.1, temperature: 21.4 }),
    reading(site, minutesAgo(10), { oxygen: 6.0 }),
  ];
  expect(await record(first)).toEqual(["stored", "stored"]);
  const other = reading(site, minutesAgo(10), { oxygen: 5.9 });
  expect(await record([...first, other, reading(site, minutesAgo(5), { ph: 7.2 })])).toEqual([
    "repeated",
    "repeated",
    "differs",
    "stored",
  ]);
  const twice = reading(site, minutesAgo(4), { ph: 7.3 });
  expect(await record([twice, twice, { ...twice, ph: 740 }])).toEqual(["stored", "repeated", "differs"]);
  expect(await drift(site)).toEqual([0, 0]);
  expect(await findSiteWater(alliance.viewers.coordinator, site)).toMatchObject({
    oxygen: 6000,
    oxygenAt: minutesAgo(10),
    temperature: 2140,
    ph: 730,
    tan: null,
  });
});

test("hours, days and the newest are what the readings say, however these arrive", {
  timeout: 60_000,
}, async () => {
  const value = fc.option(fc.integer({ min: 0, max: 4000 }), { nil: null });
  const rows = fc.array(
    fc.record({
      minutes: fc.integer({ min: 0, max: 4 * 24 * 60 }),
      source: fc.integer({ min: 0, max: 2 }),
      oxygen: value,
      tan: value,
      ph: fc.option(fc.integer({ min: 400, max: 1100 }), { nil: null }),
      aerator: fc.option(fc.boolean(), { nil: null }),
    }),
    { minLength: 1, maxLength: 30 },
  );
  const sources = [uuidv7(), uuidv7(), uuidv7()];
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 8 }), async (all, size) => {
      const site = await pond();
      const given = all
        .filter(({ oxygen, tan, ph, aerator }) => [oxygen, tan, ph, aerator].some((one) => one !== null))
        .map(({ minutes, source, ...measures }) => ({
          ...nothing,
          ...measures,
          siteId: site,
          measuredAt: minutesAgo(minutes),
          sourceId: String(sources[source]),
        }));
      for (let start = 0; start < given.length; start += size) await record(given.slice(start, start + size));
      await record(given);
      expect(await drift(site)).toEqual([0, 0]);
      const newest = given
        .filter(({ oxygen }) => oxygen !== null)
        .map(({ measuredAt }) => measuredAt.getTime());
      const water = await findSiteWater(alliance.viewers.coordinator, site);
      expect(water?.oxygenAt?.getTime()).toBe(newest.length > 0 ? Math.max(...newest) : undefined);
    }),
    { numRuns: 40 },
  );
});

test("a year's chart sums up to the readings", async () => {
  const site = await pond();
  const values = Array.from({ length: 200 }, (_, i) =>
    reading(site, minutesAgo(i * 60 * 24 * 1.7 + 5), { temperature: 10 + (i % 17) / 2 }),
  );
  await record(values);
  for (const range of ["day", "week", "month", "year", "years"] as const) {
    const points = await listSeries(alliance.viewers.coordinator, site, { range, until: "2026-03-15" });
    const days = { day: 1, week: 7, month: 31, year: 366, years: 1830 }[range];
    const from = Date.parse("2026-03-16T00:00:00+08:00") - days * 86_400_000;
    const wanted = values.filter(({ measuredAt }) => measuredAt.getTime() >= from);
    const n = points.reduce((sum, point) => sum + (point.temperature?.n ?? 0), 0);
    const total = points.reduce(
      (sum, { temperature }) => sum + (temperature ? temperature.n * temperature.mean : 0),
      0,
    );
    expect([range, n]).toEqual([range, wanted.length]);
    expect(total).toBeCloseTo(
      wanted.reduce((sum, { temperature }) => sum + (temperature ?? 0) / 100, 0),
      3,
    );
  }
  expect(
    await listSeries(alliance.viewers.otherVillage, site, { range: "year", until: "2026-03-15" }),
  ).toEqual([]);
});

test("fifty writers at once: every reading once, one alarm", async () => {
  const site = await pond();
  const other = await pond();
  const batch = (i: number) =>
    Array.from({ length: 20 }, (_, k) => [
      reading(k % 2 ? site : other, minutesAgo(60 - k), { oxygen: 3 + k / 100 }),
      reading(
        k % 2 ? other : site,
        minutesAgo(60 - k),
        { oxygen: 3.5 },
        i % 2 ? device : alliance.viewers.village.userId,
      ),
    ]).flat();
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, i) => record(i % 3 ? batch(i) : batch(i).toReversed())),
  );
  const stored = outcomes.flat().filter((one) => one === "stored").length;
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from reading where site_id in (${site}, ${other})`.execute(database);
  expect(stored).toBe(rows[0]?.n);
  expect(await drift(site)).toEqual([0, 0]);
  expect(await drift(other)).toEqual([0, 0]);
  expect((await alarmsOf(site, "all")).map(({ kind }) => kind)).toEqual(["oxygen"]);
  expect((await alarmsOf(other, "all")).length).toBe(1);
});

test("an alarm is raised by what is news, taken up and closed by people, and never by itself", async () => {
  const site = await pond();
  await record([reading(site, minutesAgo(3 * 24 * 60), { oxygen: 2 })]);
  expect(await alarmsOf(site)).toEqual([]);
  await record([
    reading(site, minutesAgo(50), { oxygen: 3.2 }),
    reading(site, minutesAgo(40), { oxygen: 2.9 }),
  ]);
  const [alarm] = await alarmsOf(site);
  expect(alarm).toMatchObject({
    kind: "oxygen",
    state: "open",
    worst: 2900,
    threshold: 4000,
    raisedAt: minutesAgo(50),
    recoveredAt: null,
  });
  const keeper = { viewer: alliance.viewers.village, now };
  const { id = "", version = 0 } = alarm ?? {};
  await acknowledgeAlarm(keeper, { id, version, note: null });
  await acknowledgeAlarm(keeper, { id, version, note: null });
  await expect(closeAlarm(keeper, { id, version, note: "开增氧机" })).rejects.toThrow("soundedAgain");
  await record([reading(site, minutesAgo(30), { oxygen: 5.2 })]);
  expect((await alarmsOf(site))[0]).toMatchObject({
    state: "acknowledged",
    recoveredAt: minutesAgo(30),
    acknowledgedBy: alliance.viewers.village.name,
    version: version + 1,
  });
  await closeAlarm(keeper, { id, version: version + 1, note: "开增氧机" });
  expect(await alarmsOf(site)).toEqual([]);
  expect((await alarmsOf(site, "all"))[0]).toMatchObject({ state: "closed", closedNote: "开增氧机" });
  const { rows } = await sql<{ action: string }>`
    select action from audit_log where subject_id = ${id} order by id`.execute(database);
  expect(rows.map(({ action }) => action)).toEqual(["alarm.raised", "alarm.acknowledged", "alarm.closed"]);
});

test("readings that arrive late ring, and are known to have recovered", async () => {
  const site = await pond();
  await record([reading(site, minutesAgo(10), { oxygen: 7 }, alliance.viewers.village.userId)]);
  await record([
    reading(site, minutesAgo(180), { oxygen: 2.2 }),
    reading(site, minutesAgo(120), { oxygen: 3 }),
  ]);
  expect(await alarmsOf(site)).toMatchObject([{ worst: 2200, recoveredAt: minutesAgo(10), times: 1 }]);
});

test("un-ionized ammonia is reckoned with the pH and temperature of the day", async () => {
  const site = await pond();
  await record([reading(site, minutesAgo(200), { ph: 8.6, temperature: 28 })]);
  await record([reading(site, minutesAgo(10), { tan: 0.6 }, alliance.viewers.village.userId)]);
  const [alarm] = await alarmsOf(site);
  expect(alarm?.kind).toBe("ammonia");
  expect(alarm?.worst).toBeGreaterThan(100);
});

test("a silent sensor is noticed once for each silence, by however many processes", async () => {
  const siteId = await pond();
  const { village } = alliance.organizations;
  const id = uuidv7();
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  await makeDevice(
    alliance.writer,
    { id, name: "探头", intervalMinutes: 5 },
    { siteId, operatorId: village.id },
  );
  const notice = (minutes: number) =>
    Promise.all(
      Array.from({ length: 5 }, () => noticeSilentSensors(at(minutes), { allianceId: alliance.id })),
    );
  const hear = (minutes: number) =>
    recordReadings({ ...alliance.writer, now: at(minutes) }, [
      reading(siteId, at(minutes), { oxygen: 7 }, id),
    ]);
  await hear(0);
  await notice(29);
  expect(await alarmsOf(siteId)).toEqual([]);
  await notice(31);
  await notice(40);
  const [silent] = await alarmsOf(siteId);
  expect(silent).toMatchObject({ kind: "silent", deviceName: "探头", state: "open", times: 1 });
  await hear(50);
  await notice(60);
  expect(await alarmsOf(siteId)).toMatchObject([{ times: 1, recoveredAt: at(50) }]);
  await notice(90);
  const [again] = await alarmsOf(siteId);
  expect(again).toMatchObject({ times: 2, recoveredAt: null, state: "open" });
  // Closed while the sensor is in repair: this silence does not ring again, the next one does.
  const writer = { viewer: alliance.viewers.village, now: at(100) };
  await closeAlarm(writer, { id: String(again?.id), version: Number(again?.version), note: "送修" });
  await notice(200);
  expect(await alarmsOf(siteId)).toEqual([]);
  await hear(300);
  await notice(340);
  expect(await alarmsOf(siteId)).toMatchObject([{ times: 1, raisedAt: at(340) }]);
});

test("alarms are counted for those whose water it is", async () => {
  const before = await countOpenAlarms(alliance.viewers.village);
  const site = await pond();
  await record([reading(site, minutesAgo(5), { power: false, aerator: false })]);
  expect(await countOpenAlarms(alliance.viewers.village)).toEqual({
    all: before.all + 2,
    open: before.open + 2,
  });
  expect((await alarmsOf(site)).map(({ kind }) => kind).sort()).toEqual(["aerator", "power"]);
  for (const viewer of [alliance.viewers.otherVillage, alliance.viewers.otherTown])
    expect((await countOpenAlarms(viewer, { site })).all).toBe(0);
});
