import { v7 as uuidv7 } from "uuid";
import { Refused } from "#app/audit/errors.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import { found } from "#app/http/answers.server.ts";
import { addDays } from "#app/i18n/day.ts";
import { draftSettlement, type Period } from "./draft.server.ts";
import { factsOf } from "./facts-of.ts";
import { deductionsAtMost, silenceDays } from "./kinds.ts";
import { gatherSources, type Sources } from "./queries/gather-sources.server.ts";
import { findLastSettlement } from "./queries/last-settlement.server.ts";
import { findSettlement, listSettlementLines } from "./queries/settlements.server.ts";
import { type Facts, noFacts, type Reckoned } from "./reckon.ts";
import { termsOn } from "./terms-on.ts";

type Asked = { fromOn?: string; toOn?: string; correctsId?: string };
type Agreement = { id: string; startsOn: string };

/** The form of a statement: its period, what stands in it, what its price needs, and what it comes to so far. */
export async function loadDraft(viewer: Viewer, agreement: Agreement, asked: Asked, today: string) {
  const last = await findLastSettlement(viewer, { agreementId: agreement.id, today });
  const old = asked.correctsId ? found(last?.id === asked.correctsId ? last : undefined) : undefined;
  const period: Period = old
    ? { fromOn: old.fromOn, toOn: old.toOn, correctsId: old.id }
    : {
        fromOn: asked.fromOn ?? (last ? addDays(last.toOn, 1) : agreement.startsOn),
        toOn: asked.toOn ?? today,
        correctsId: null,
      };
  const sources = await gatherSources(viewer, { agreementId: agreement.id, ...period });
  const typed = old ? await typedInto(viewer, old.id, today) : noFacts;
  const facts = stillThere(typed, sources);
  return {
    period,
    corrects: old?.code,
    ids: { id: uuidv7(), silenceConfirmsOn: addDays(today, silenceDays) },
    receipts: sources.receipts.map((one) => ({ ...one, ...asksOf(one.on, sources) })),
    advances: sources.advances,
    facts: { ...facts, deductions: [...facts.deductions, ...blank(facts)] },
    ...(await previewed(viewer, agreement.id, { period, facts, today })),
  };
}

async function typedInto(viewer: Viewer, id: string, today: string) {
  const [old, lines] = await Promise.all([
    findSettlement(viewer, id, today),
    listSettlementLines(viewer, id),
  ]);
  return factsOf(lines, found(old).answers);
}

/** A receipt that was voided since is not there any more. */
function stillThere(facts: Facts, { receipts, advances }: Sources): Facts {
  const free = new Set([...receipts, ...advances].map(({ id }) => id));
  return {
    receipts: facts.receipts.filter(({ id }) => free.has(id)),
    advances: facts.advances.filter(({ id }) => free.has(id)),
    deductions: facts.deductions,
  };
}

const blank = ({ deductions }: Facts) =>
  Array.from({ length: Math.max(0, deductionsAtMost - deductions.length) }, () => ({
    ...{ id: uuidv7(), on: null, amountFen: null, reason: "" },
  }));

/** What the price of a day's fish needs to know. */
function asksOf(on: string, { versions }: Sources) {
  const terms = termsOn(versions, on);
  return {
    asksMarket: terms?.priceKind === "floor_market",
    asksCost: terms?.priceKind === "cost_plus",
    rewardFor: terms?.rewardFen ? terms.rewardFor : null,
  };
}

async function previewed(
  viewer: Viewer,
  agreementId: string,
  draft: { period: Period; facts: Facts; today: string },
) {
  try {
    const { sources, reckoned } = await draftSettlement(viewer, agreementId, draft);
    return { preview: shown(reckoned, sources), problem: undefined };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { preview: undefined, problem: error.message };
  }
}

/** A statement before it is written, as its page will show it. */
export function shown({ lines, ...sums }: Reckoned, { receipts, advances }: Sources) {
  return {
    ...{ totalFen: sums.totalFen, payableFen: sums.payableFen, disputedFen: sums.disputedFen },
    carriedOverFen: sums.carriedFen,
    lines: lines.map(({ on: onDay, ...line }) => {
      const receipt = receipts.find(({ id }) => id === line.sourceId);
      return {
        ...{ ...line, onDay, advanceNote: advances.find(({ id }) => id === line.sourceId)?.note ?? null },
        ...{ shipmentId: receipt?.shipmentId ?? null, shipmentCode: receipt?.shipmentCode ?? null },
      };
    }),
  };
}
export type Preview = ReturnType<typeof shown>;
