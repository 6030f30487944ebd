import fc from "fast-check";
import { expect, test } from "vitest";
import { dividendOf, shareDividend } from "#app/features/supply/settlement/dividend.ts";
import { CostMissing } from "#app/features/supply/settlement/price.ts";
import {
  type Account,
  type Delivery,
  type Given,
  settle,
  TermsMissing,
} from "#app/features/supply/settlement/settle.ts";
import { statements } from "./statements.ts";

test.for(statements)("$title", ({ account, lines, payableFen, carriedFen, disputedFen }) => {
  const statement = settle(account);
  expect(statement.lines.map(({ amountFen }) => amountFen)).toEqual(lines);
  expect(statement).toMatchObject({ payableFen, carriedFen, disputedFen });
});

test("a dividend with a remainder is shared to the fen", () => {
  const dividend = dividendOf(1_000_003, 30); // 3 % of 10,000.03 yuan = 300.0009
  expect(dividend).toBe(30_000);
  const parts = shareDividend(
    dividend,
    [..."abcdefg"].map((household) => ({ household, shares: 1 })),
  );
  expect(parts.map(({ amountFen }) => amountFen)).toEqual([4286, 4286, 4286, 4286, 4286, 4285, 4285]);
  expect(dividendOf(-5_000_000, 30)).toBe(0);
});

test("what can't be priced is said, not guessed", () => {
  const [fixed, , , cost] = statements;
  if (!fixed || !cost) throw new Error("no statements");
  const early = {
    ...fixed.account,
    deliveries: fixed.account.deliveries.map((one) => ({ ...one, on: "2025-12-31" })),
  };
  expect(() => settle(early)).toThrow(TermsMissing);
  const unknown = {
    ...cost.account,
    deliveries: cost.account.deliveries.map((one) => ({ ...one, costFen: null })),
  };
  expect(() => settle(unknown)).toThrow(CostMissing);
});

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-03-${String(number).padStart(2, "0")}`);
const dispute = fc.option(fc.constant("不认"), { nil: undefined });
const delivery = fc.record({
  id: fc.uuid(),
  on: day,
  acceptedG: fc.nat(5_000_000),
  deadG: fc.nat(100_000),
  marketFen: fc.option(fc.integer({ min: 0, max: 10_000 })),
  costFen: fc.integer({ min: 0, max: 5_000 }),
  isRewarded: fc.boolean(),
  disputed: dispute,
}) as fc.Arbitrary<Delivery>;
const given = fc.record({
  id: fc.uuid(),
  on: day,
  kind: fc.constantFrom("fry", "feed", "drug", "service", "money"),
  amountFen: fc.integer({ min: 1, max: 10_000_000 }),
  disputed: dispute,
}) as fc.Arbitrary<Given>;
const version = fc.record({
  effectiveOn: day,
  priceKind: fc.constantFrom("fixed", "floor_market", "cost_plus"),
  priceFen: fc.integer({ min: 0, max: 8_000 }),
  rewardFen: fc.option(fc.integer({ min: 1, max: 500 })),
  waterPermille: fc.nat(500),
  deadPermille: fc.nat(1000),
});
const accounts = fc
  .record({
    first: version,
    later: fc.array(version, { maxLength: 3 }),
    deliveries: fc.array(delivery, { maxLength: 12 }),
    given: fc.array(given, { maxLength: 8 }),
    carriedFen: fc.integer({ min: -5_000_000, max: 0 }),
  })
  .map(({ first, later, ...rest }): Account => {
    const versions = [{ ...first, effectiveOn: "2026-03-01" }, ...later];
    return {
      ...rest,
      deductions: [],
      versions: versions.map((one, index) => ({ ...one, number: index + 1 })),
    };
  });

test("what is paid, carried over and disputed is the sum of the lines, each from one source", () => {
  fc.assert(
    fc.property(accounts, (account) => {
      const { lines, payableFen, carriedFen, disputedFen } = settle(account);
      const all = lines.reduce((sum, { amountFen }) => sum + amountFen, 0);
      expect(payableFen + carriedFen + disputedFen).toBe(all);
      expect(payableFen === 0 || carriedFen === 0).toBe(true);
      for (const { id, amountFen } of account.given)
        expect(lines.filter(({ sourceId, kind }) => sourceId === id && kind !== "fish")).toMatchObject([
          { amountFen: -amountFen },
        ]);
      for (const { id, acceptedG, deadG } of account.deliveries) {
        const fish = lines.filter(({ sourceId, kind }) => sourceId === id && kind === "fish");
        expect(fish).toHaveLength(1);
        expect(fish[0]?.massG).toBeLessThanOrEqual(acceptedG + deadG);
        expect(fish[0]?.amountFen).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 500 },
  );
});

test("statements one after another give the same as one over all, if nothing is disputed", () => {
  fc.assert(
    fc.property(accounts, day, (account, cut) => {
      const calm = {
        ...account,
        deliveries: account.deliveries.map((one) => ({ ...one, disputed: undefined })),
        given: account.given.map((one) => ({ ...one, disputed: undefined })),
      };
      const whole = settle(calm);
      const before = <One extends { on: string }>(some: readonly One[]) => some.filter(({ on }) => on <= cut);
      const after = <One extends { on: string }>(some: readonly One[]) => some.filter(({ on }) => on > cut);
      const first = settle({ ...calm, deliveries: before(calm.deliveries), given: before(calm.given) });
      const second = settle({
        ...calm,
        carriedFen: first.carriedFen,
        deliveries: after(calm.deliveries),
        given: after(calm.given),
      });
      expect(first.payableFen + second.totalFen).toBe(whole.totalFen);
    }),
    { numRuns: 500 },
  );
});
