import { roundHalfUp } from "../../production/ledger/amount.ts";
import { paidMass } from "./paid-mass.ts";
import { fenPerKg, type Price } from "./price.ts";
import { termsOn } from "./terms-on.ts";

/** In the order in which a statement shows them. */
export const lineKinds = [
  "carried",
  "fish",
  "reward",
  "fry",
  "feed",
  "drug",
  "service",
  "money",
  "deduction",
  "before",
] as const;
export type LineKind = (typeof lineKinds)[number];

type Source = {
  id: string;
  on: string;
  /** Why a side does not agree; the line then waits outside the sum. */
  disputed?: string;
};

/** What a receipt's scale said. */
export type Delivery = Source & {
  acceptedG: number;
  /** dead on arrival */
  deadG: number;
  /** fen per kg on the day; null: nobody knows */
  marketFen: number | null;
  costFen: number | null;
  /** It is what the agreement rewards: a size, a season. */
  isRewarded: boolean;
};
export type Given = Source & { kind: "fry" | "feed" | "drug" | "service" | "money"; amountFen: number };
export type Deduction = Source & { amountFen: number; reason: string };

export type Account = {
  versions: readonly (Price & { number: number; effectiveOn: string })[];
  deliveries: readonly Delivery[];
  given: readonly Given[];
  deductions: readonly Deduction[];
  /** What the supplier still owed after the statement before; 0 or less. */
  carriedFen: number;
  /** Where a statement corrects another: what that one said is to be paid. */
  beforeFen?: number;
};

export type Line = {
  kind: LineKind;
  /** the receipt's, the advance's or the deduction's id; null: of another statement */
  sourceId: string | null;
  on: string | null;
  massG: number | null;
  fenPerKg: number | null;
  /** signed: what the supplier gets, less what it has had */
  amountFen: number;
  disputed: string | null;
};

/** Fish that were delivered before any terms were in force can't be priced. */
export class TermsMissing extends Error {
  constructor(readonly deliveryId: string) {
    super(`no terms were in force when delivery ${deliveryId} was received`);
  }
}

/**
 * A supplier's statement for a period: fish and rewards, less what was advanced, less deductions, less what was owed
 * before. Each line is rounded half up to the fen and the sum is the sum of the lines; what is disputed waits outside.
 * A sum below zero is nothing to pay and goes over into the next statement (docs/decisions/0018).
 */
export function settle(account: Account) {
  const lines = [
    ...otherStatement("carried", account.carriedFen),
    ...account.deliveries.flatMap((delivery) => linesOf(delivery, account.versions)),
    ...account.given.map((one) => takenOff(one.kind, one)),
    ...account.deductions.map((one) => takenOff("deduction", one)),
    ...otherStatement("before", -(account.beforeFen ?? 0)),
  ].toSorted((a, b) => lineKinds.indexOf(a.kind) - lineKinds.indexOf(b.kind) || compare(a, b));
  const sum = (some: readonly Line[]) => some.reduce((total, { amountFen }) => total + amountFen, 0);
  const totalFen = sum(lines.filter(({ disputed }) => disputed === null));
  return {
    lines,
    totalFen,
    payableFen: Math.max(0, totalFen),
    carriedFen: Math.min(0, totalFen),
    disputedFen: sum(lines.filter(({ disputed }) => disputed !== null)),
  };
}
export type Settlement = ReturnType<typeof settle>;

function linesOf(delivery: Delivery, versions: Account["versions"]): Line[] {
  const terms = termsOn(versions, delivery.on);
  if (!terms) throw new TermsMissing(delivery.id);
  const massG = paidMass(delivery, terms);
  const line = (kind: "fish" | "reward", perKg: number): Line => ({
    kind,
    sourceId: delivery.id,
    on: delivery.on,
    massG,
    fenPerKg: perKg,
    amountFen: roundHalfUp((massG * perKg) / 1000),
    disputed: delivery.disputed ?? null,
  });
  const rewarded = delivery.isRewarded && terms.rewardFen !== null;
  return [
    line("fish", fenPerKg(terms, delivery)),
    ...(rewarded ? [line("reward", terms.rewardFen as number)] : []),
  ];
}

const takenOff = (kind: LineKind, { id, on, amountFen, disputed }: Source & { amountFen: number }): Line => ({
  kind,
  sourceId: id,
  on,
  massG: null,
  fenPerKg: null,
  amountFen: -amountFen,
  disputed: disputed ?? null,
});

const otherStatement = (kind: "carried" | "before", amountFen: number): Line[] =>
  amountFen === 0
    ? []
    : [{ kind, sourceId: null, on: null, massG: null, fenPerKg: null, amountFen, disputed: null }];

const compare = (a: Line, b: Line) =>
  (a.on ?? "").localeCompare(b.on ?? "") || (a.sourceId ?? "").localeCompare(b.sourceId ?? "");
