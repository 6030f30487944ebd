import type { Account, Deduction, Delivery, Given } from "#app/features/supply/settlement/settle.ts";

type Version = Account["versions"][number];
const version = (of: Partial<Version> = {}): Version => ({
  ...{ number: 1, effectiveOn: "2026-01-01", priceKind: "fixed", priceFen: 2800 },
  ...{ rewardFen: null, waterPermille: 0, deadPermille: 1000 },
  ...of,
});
const delivery = (id: string, on: string, kg: number, of: Partial<Delivery> = {}): Delivery => ({
  ...{ id, on, acceptedG: kg * 1000, deadG: 0, marketFen: null, costFen: null, isRewarded: false },
  ...of,
});
const given = (id: string, on: string, kind: Given["kind"], yuan: number): Given => ({
  ...{ id, on, kind, amountFen: yuan * 100 },
});
const deduction = (id: string, on: string, yuan: number): Deduction => ({
  ...{ id, on, amountFen: yuan * 100, reason: "包装" },
});
const account = (of: Partial<Account>): Account => ({
  ...{ versions: [version()], deliveries: [], given: [], deductions: [], carriedFen: 0 },
  ...of,
});

type Worked = {
  title: string;
  account: Account;
  /** each line in fen, in the order of the statement */
  lines: number[];
  payableFen: number;
  carriedFen: number;
  disputedFen: number;
};
const nothingElse = { carriedFen: 0, disputedFen: 0 };

/** Worked with paper and pencil; the sums stand beside each line. */
export const statements: Worked[] = [
  {
    title: "a fixed price, rounded half up to the fen",
    account: account({ deliveries: [delivery("a", "2026-03-10", 1234.567)] }),
    lines: [3_456_788], // 1,234.567 kg × 28.00 = 34,567.876 yuan
    payableFen: 3_456_788,
    ...nothingElse,
  },
  {
    title: "an amendment in mid-period pays each day by what was in force on it",
    account: account({
      versions: [
        version({ priceFen: 2600 }),
        version({ number: 2, effectiveOn: "2026-03-16", priceFen: 2750 }),
      ],
      deliveries: [delivery("b", "2026-03-16", 400), delivery("a", "2026-03-15", 500)],
    }),
    lines: [1_300_000, 1_100_000], // 500 × 26.00, 400 × 27.50
    payableFen: 2_400_000,
    ...nothingElse,
  },
  {
    title: "a floor is crossed: the market's price above it, the floor below it and where nobody knows",
    account: account({
      versions: [version({ priceKind: "floor_market", priceFen: 2400 })],
      deliveries: [
        delivery("a", "2026-03-01", 100, { marketFen: 2310 }),
        delivery("b", "2026-03-02", 100, { marketFen: 2530 }),
        delivery("c", "2026-03-03", 100),
      ],
    }),
    lines: [240_000, 253_000, 240_000],
    payableFen: 733_000,
    ...nothingElse,
  },
  {
    title: "cost and three yuan on top",
    account: account({
      versions: [version({ priceKind: "cost_plus", priceFen: 300 })],
      deliveries: [delivery("a", "2026-03-01", 812.5, { costFen: 1862 })],
    }),
    lines: [1_756_625], // 812.5 × (18.62 + 3.00)
    payableFen: 1_756_625,
    ...nothingElse,
  },
  {
    title: "a short receipt: dead fish half paid, then two per cent of water",
    account: account({
      versions: [version({ deadPermille: 500, waterPermille: 20 })],
      deliveries: [delivery("a", "2026-03-01", 950, { deadG: 12_345 })],
    }),
    // 962,345 g − 6,173 (half of 12,345, half up) = 956,172; − 19,123 (2 %) = 937,049 g × 28.00 = 26,237.372
    lines: [2_623_737],
    payableFen: 2_623_737,
    ...nothingElse,
  },
  {
    title: "a reward for what earns it",
    account: account({
      versions: [version({ priceFen: 2600, rewardFen: 120 })],
      deliveries: [delivery("a", "2026-03-01", 300, { isRewarded: true }), delivery("b", "2026-03-02", 100)],
    }),
    lines: [780_000, 260_000, 36_000], // 300 × 26.00, 100 × 26.00, 300 × 1.20
    payableFen: 1_076_000,
    ...nothingElse,
  },
  {
    title: "a disputed line waits outside the sum, its reward with it",
    account: account({
      versions: [version({ rewardFen: 100 })],
      deliveries: [
        delivery("a", "2026-03-01", 100),
        delivery("b", "2026-03-02", 50, { disputed: "秤不准", isRewarded: true }),
      ],
    }),
    lines: [280_000, 140_000, 5_000],
    payableFen: 280_000,
    carriedFen: 0,
    disputedFen: 145_000,
  },
  {
    title: "advances larger than the fish: nothing to pay, the rest goes over",
    account: account({
      deliveries: [delivery("a", "2026-03-01", 100)],
      given: [given("f", "2026-02-20", "feed", 1200), given("y", "2026-01-15", "fry", 3500)],
    }),
    lines: [280_000, -350_000, -120_000],
    payableFen: 0,
    carriedFen: -190_000,
    disputedFen: 0,
  },
  {
    title: "what was carried over is netted first, then a deduction",
    account: account({
      carriedFen: -190_000,
      deliveries: [delivery("a", "2026-04-02", 400)],
      deductions: [deduction("d", "2026-04-02", 12.5)],
    }),
    lines: [-190_000, 1_120_000, -1_250],
    payableFen: 928_750,
    ...nothingElse,
  },
  {
    title: "a statement that corrects another pays the difference",
    account: account({
      carriedFen: -190_000,
      deliveries: [delivery("a", "2026-04-02", 400)],
      beforeFen: 928_750,
    }),
    lines: [-190_000, 1_120_000, -928_750], // the deduction fell away: 12.50 yuan more
    payableFen: 1_250,
    ...nothingElse,
  },
];
