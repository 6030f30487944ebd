import fc from "fast-check";
import { expect, test } from "vitest";
import { type Balance, feedConversion } from "#app/features/production/growth/fcr.ts";
import { feedCost } from "#app/features/production/growth/feed-cost.ts";
import { type Feeding, shareWithin } from "#app/features/production/growth/feeding.ts";
import { addDays } from "#app/i18n/day.ts";

const at = (day: string, time = "18:00") => new Date(`${day}T${time}:00+08:00`);
const june = { fromOn: "2026-06-01", toOn: "2026-06-30" };
const lot = {
  weighings: [
    { on: "2026-05-20", meanG: 80, n: 30 },
    { on: "2026-06-01", meanG: 100, n: 30 },
    { on: "2026-06-21", meanG: 180, n: 30 },
  ],
  balances: [
    { at: at("2026-05-20"), count: 3_000, massG: 240_000 },
    { at: at("2026-06-01"), count: 3_000, massG: 300_000 },
    { at: at("2026-06-10"), count: 2_400, massG: 240_000 },
    { at: at("2026-06-21"), count: 2_350, massG: 423_000 },
  ] satisfies Balance[],
  flows: [
    { on: "2026-06-01", massG: 9_000, kind: "dead" as const }, // before the evening the period begins
    { on: "2026-06-10", massG: 66_000, kind: "out" as const },
    { on: "2026-06-15", massG: 6_000, kind: "dead" as const },
    { on: "2026-06-18", massG: 5_000, kind: "in" as const },
  ],
  feedings: [
    { fromOn: "2026-05-31", toOn: "2026-06-03", massG: 20_000, kind: "compound" as const }, // half of it counts
    { fromOn: "2026-06-04", toOn: "2026-06-20", massG: 199_000, kind: "compound" as const },
    { fromOn: "2026-06-21", toOn: "2026-06-22", massG: 40_000, kind: "compound" as const }, // the first day counts
    { fromOn: "2026-06-05", toOn: "2026-06-20", massG: 500_000, kind: "green" as const },
  ] satisfies Feeding[],
};

test("feed conversion counts what was taken out and died as grown, what came in as not, and compound feed only", () => {
  // 423 − 300 + 66 + 6 − 5 = 190 kg grown on 10 + 199 + 20 = 229 kg of feed
  expect(feedConversion(lot, june)).toEqual({
    fcr: 229 / 190,
    feedG: 229_000,
    gainG: 190_000,
    fromOn: "2026-06-01",
    toOn: "2026-06-21",
  });
});

test("without two weighings in the period, feed or growth there is no feed conversion", () => {
  expect(feedConversion(lot, { fromOn: "2026-06-02", toOn: "2026-06-30" })).toBeNull();
  expect(feedConversion({ ...lot, feedings: lot.feedings.slice(3) }, june)).toBeNull();
  expect(
    feedConversion({ ...lot, flows: [{ on: "2026-06-09", massG: 123_000, kind: "in" }] }, june),
  ).toBeNull();
  expect(feedConversion({ ...lot, balances: lot.balances.slice(3) }, june)).toBeNull();
});

test("a balance belongs to its day in China", () => {
  const late = { at: at("2026-06-21", "23:30"), count: 2_350, massG: 433_000 };
  expect(feedConversion({ ...lot, balances: [late, ...lot.balances] }, june)?.gainG).toBe(200_000);
  const nextDay = { at: at("2026-06-22", "00:30"), count: 2_350, massG: 433_000 };
  expect(feedConversion({ ...lot, balances: [...lot.balances, nextDay] }, june)?.gainG).toBe(190_000);
});

test("periods that follow each other share out every feeding whole", () => {
  const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays("2026-05-20", days));
  fc.assert(
    fc.property(fc.tuple(day, day), fc.array(day, { maxLength: 5 }), (ends, inner) => {
      const [fromOn = "", toOn = ""] = [...ends].sort();
      const cuts = ["2026-05-01", ...[...inner].sort(), "2026-09-01"];
      const feeding: Feeding = { fromOn, toOn, massG: 1, kind: "compound" };
      const shares = cuts
        .slice(1)
        .map((until, index) => shareWithin(feeding, { after: cuts[index] ?? "", until }));
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    }),
  );
});

test("feed costs what its priced lines come to, each rounded, and says how much of it they cover", () => {
  expect(
    feedCost([
      { massG: 1_500, fenPerKg: 1_281 }, // 1,921.5 fen
      { massG: 20_000, fenPerKg: 1_050 },
      { massG: 7_000, fenPerKg: null },
    ]),
  ).toEqual({ fen: 22_922, pricedG: 21_500, totalG: 28_500 });
  expect(feedCost([{ massG: 7_000, fenPerKg: null }])).toEqual({ fen: null, pricedG: 0, totalG: 7_000 });
  expect(feedCost([])).toEqual({ fen: null, pricedG: 0, totalG: 0 });
});
