import fc from "fast-check";
import { expect, test } from "vitest";
import { type AlarmFacts, followAlarm, type Judgement } from "#app/features/production/water/alarm-rules.ts";
import { unionizedAmmonia } from "#app/features/production/water/ammonia.ts";
import { judge, worse } from "#app/features/production/water/judge.ts";
import {
  allToStored,
  type Measures,
  quantityNames,
  switches,
} from "#app/features/production/water/quantities.ts";
import { doubtsAbout, standingOf, thresholdsFor } from "#app/features/production/water/thresholds.ts";

const nothing = Object.fromEntries([...quantityNames, ...switches].map((name) => [name, null])) as Measures;
const night = (clock: string, day = "2026-07-20") => new Date(`${day}T${clock}:00+08:00`);
const bass = { kind: "pond", species: ["largemouth_bass"] } as const;

/** `clock oxygen` pairs as one night of a pond's probe. */
function oxygenNight(readings: [clock: string, oxygen: number][], day?: string) {
  const never = Object.fromEntries([...quantityNames, ...switches].map((name) => [`${name}At`, null]));
  const site = { ...bass, ...nothing, ...never } as unknown as Parameters<typeof judge>[1];
  const rows = readings.map(([clock, oxygen]) => ({
    ...nothing,
    measuredAt: night(clock, day),
    oxygen: Math.round(oxygen * 1000),
  }));
  return judge("oxygen", site, rows).judgements;
}
const follow = (judgements: Judgement[], standing?: AlarmFacts) =>
  followAlarm(standing, judgements, worse("oxygen"));
const clock = (at: Date | null) => at && new Date(at.getTime() + 8 * 3600_000).toISOString().slice(11, 16);
const shown = (alarms: AlarmFacts[]) =>
  alarms.map(({ raisedAt, lastAt, recoveredAt, worst, times, state }) =>
    [clock(raisedAt), clock(lastAt), clock(recoveredAt), worst, times, state].join(" "),
  );

test("one low-oxygen night is one alarm with its lowest value, and recovers on the safe side", () => {
  const readings: [string, number][] = [
    ["01:00", 5.2],
    ["02:00", 4.4],
    ["03:00", 3.9],
    ["04:00", 3.1],
    ["05:00", 2.6],
    ["06:00", 3.4],
    ["07:00", 4.2],
    ["08:00", 4.6],
    ["09:00", 6.0],
  ];
  expect(shown(follow(oxygenNight(readings)))).toEqual(["03:00 06:00 08:00 2600 1 open"]);
});

test("flapping about the limit rings once", () => {
  const readings = Array.from({ length: 60 }, (_, i): [string, number] => [
    `03:${String(i).padStart(2, "0")}`,
    i % 2 === 0 ? 3.95 : 4.1,
  ]);
  expect(shown(follow(oxygenNight(readings)))).toEqual(["03:00 03:58  3950 1 open"]);
});

test("a fall within the quiet time after recovery belongs to the same alarm, a later one sounds again", () => {
  const soon = follow(
    oxygenNight([
      ["02:00", 3.8],
      ["02:10", 4.6],
      ["02:35", 3.7],
      ["03:00", 4.8],
    ]),
  );
  expect(shown(soon)).toEqual(["02:00 02:35 03:00 3700 1 open"]);
  const taken = soon.map((alarm) => ({ ...alarm, state: "acknowledged" as const }));
  const later = follow(
    oxygenNight([
      ["03:20", 3.9],
      ["03:40", 3.5],
    ]),
    taken[0],
  );
  expect(shown(later)).toEqual(["02:00 03:40  3500 1 acknowledged"]);
  const again = follow(oxygenNight([["03:31", 3.9]]), taken[0]);
  expect(shown(again)).toEqual(["02:00 03:31  3700 2 open"]);
});

test("a gap neither recovers nor rings; what comes after it decides", () => {
  expect(
    shown(
      follow(
        oxygenNight([
          ["02:00", 3.8],
          ["06:00", 3.6],
        ]),
      ),
    ),
  ).toEqual(["02:00 06:00  3600 1 open"]);
  expect(
    shown(
      follow(
        oxygenNight([
          ["02:00", 3.8],
          ["06:00", 6.5],
        ]),
      ),
    ),
  ).toEqual(["02:00 02:00 06:00 3800 1 open"]);
});

test("what is bad again the day after sounds again, also where nothing was measured in between", () => {
  const [alarm] = follow(oxygenNight([["02:00", 3.8]])) as [AlarmFacts];
  const taken = { ...alarm, state: "acknowledged" as const };
  expect(shown(follow(oxygenNight([["01:59", 3.6]], "2026-07-21"), taken))).toEqual([
    "02:00 01:59  3600 1 acknowledged",
  ]);
  expect(shown(follow(oxygenNight([["02:01", 3.6]], "2026-07-21"), taken))).toEqual([
    "02:00 02:01  3600 2 open",
  ]);
});

test("one that was closed after recovery rings anew at once; closed while still bad, after the quiet time", () => {
  const [alarm] = follow(
    oxygenNight([
      ["02:00", 3.8],
      ["03:00", 5.5],
    ]),
  ) as [AlarmFacts];
  const over: AlarmFacts = { ...alarm, state: "closed", closedAt: night("03:05") };
  expect(shown(follow(oxygenNight([["03:10", 3.9]]), over))).toEqual([
    "02:00 02:00 03:00 3800 1 closed",
    "03:10 03:10  3900 1 open",
  ]);
  const [low] = follow(oxygenNight([["02:00", 3.8]])) as [AlarmFacts];
  const hasty: AlarmFacts = { ...low, state: "closed", closedAt: night("02:05") };
  expect(
    follow(
      oxygenNight([
        ["02:10", 3.0],
        ["02:35", 2.9],
      ]),
      hasty,
    ),
  ).toEqual([hasty]);
  expect(
    shown(
      follow(
        oxygenNight([
          ["02:10", 3.0],
          ["02:36", 2.9],
        ]),
        hasty,
      ),
    ),
  ).toEqual(["02:00 02:00  3800 1 closed", "02:36 02:36  2900 1 open"]);
});

test("judging in pieces, twice or shuffled makes the same alarm as judging once", () => {
  const readings = fc.array(
    fc.record({
      minute: fc.integer({ min: 0, max: 59 }),
      oxygen: fc.double({ min: 2, max: 7, noNaN: true }),
    }),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(
    fc.property(readings, fc.nat(40), (all, cut) => {
      const unique = [...new Map(all.map((one) => [one.minute, one])).values()].toSorted(
        (a, b) => a.minute - b.minute,
      );
      const judgements = oxygenNight(
        unique.map(({ minute, oxygen }) => [`03:${String(minute).padStart(2, "0")}`, oxygen]),
      );
      const whole = follow(judgements);
      const first = follow(judgements.slice(0, cut));
      expect(follow(judgements.slice(cut), first.at(-1))).toEqual(whole);
      expect(follow(judgements.toReversed())).toEqual(whole);
      expect(follow(judgements.toReversed(), whole.at(-1))).toEqual(whole);
    }),
    { numRuns: 500 },
  );
});

test("limits follow what swims there", () => {
  const alarmOf = (site: Parameters<typeof thresholdsFor>[0]) => {
    const { oxygen, temperature } = thresholdsFor(site);
    return [oxygen?.warning, oxygen?.alarm, temperature?.warning];
  };
  expect(alarmOf(bass)).toEqual([5, 4, 30]);
  expect(alarmOf({ kind: "raceway", species: ["rainbow_trout"] })).toEqual([6, 5, 18]);
  expect(alarmOf({ kind: "water_area", species: ["silver_carp", "bighead_carp"] })).toEqual([4, 3, 36]);
  expect(alarmOf({ kind: "pond", species: ["grass_carp", "siberian_sturgeon"] })).toEqual([6, 5, 22]);
  expect(alarmOf({ kind: "pond", species: [] })).toEqual([5, 4, undefined]);
  expect(standingOf("temperature", 29, thresholdsFor(bass))).toBe("good");
  expect(standingOf("temperature", 29, thresholdsFor({ kind: "raceway", species: ["rainbow_trout"] }))).toBe(
    "alarm",
  );
});

test("un-ionized ammonia as published", () => {
  // domain.md: 0.71 %, and TAN 0.4 gives 0.0029.
  expect(unionizedAmmonia({ tan: 1, ph: 7.2, temperature: 22 })).toBeCloseTo(0.0071, 3);
  expect(unionizedAmmonia({ tan: 0.4, ph: 7.2, temperature: 22 })).toBeCloseTo(0.0029, 4);
  // Emerson et al. 1975, table for 25 °C: 5.38 % at pH 8.0, 0.566 % at 7.0.
  expect(unionizedAmmonia({ tan: 100, ph: 8, temperature: 25 })).toBeCloseTo(5.38, 1);
  expect(unionizedAmmonia({ tan: 100, ph: 7, temperature: 25 })).toBeCloseTo(0.566, 2);
});

test("what looks wrong is asked, what is unusual but likely is not", () => {
  const asked = (measures: Partial<Measures>) =>
    doubtsAbout({ ...nothing, ...measures }, thresholdsFor(bass));
  expect(asked({ oxygen: 6.2, temperature: 3.5, ph: 7.4, tan: 0.3, nitrite: 0.05 })).toEqual([]);
  expect(asked({ oxygen: 0.6, ph: 8.9, nitrite: 0.2 })).toEqual(["oxygen", "ph", "nitrite"]);
  expect(asked({ tan: 2, ph: 8.4, temperature: 28 })).toEqual(["ammonia"]);
  expect(asked({ tan: 2 })).toEqual([]);
});

test("the power is back when a reading says so", () => {
  const never = Object.fromEntries([...quantityNames, ...switches].map((name) => [`${name}At`, null]));
  const site = { ...bass, ...nothing, ...never } as unknown as Parameters<typeof judge>[1];
  const rows = [
    { ...nothing, measuredAt: night("02:00"), power: false },
    { ...nothing, measuredAt: night("02:01"), ...allToStored({ ...nothing, oxygen: 5 }) },
    { ...nothing, measuredAt: night("02:20"), power: true },
  ];
  const { judgements } = judge("power", site, rows);
  expect(shown(followAlarm(undefined, judgements, worse("power")))).toEqual(["02:00 02:00 02:20  1 open"]);
});
