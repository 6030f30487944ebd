import { Refused } from "#app/audit/errors.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { sourcesAtMost } from "./kinds.ts";
import { CostMissing } from "./price.ts";
import { gatherSources, type Sources } from "./queries/gather-sources.server.ts";
import { findLastSettlement, type LastSettlement } from "./queries/last-settlement.server.ts";
import { accountOf, type Facts, reckon } from "./reckon.ts";
import { TermsMissing } from "./settle.ts";

export type Period = { fromOn: string; toOn: string; correctsId: string | null };

/** Which period can be stated: the one after the last statement, or the last one's own, anew. */
export function assertPeriod({ fromOn, toOn, correctsId }: Period, last: LastSettlement | undefined) {
  if (toOn < fromOn) throw new Refused("toOn", "error.endBeforeStart");
  if (correctsId) {
    if (last?.id !== correctsId) throw new Refused("correctsId", "settlement:error.notLast");
    if (last.fromOn !== fromOn || last.toOn !== toOn)
      throw new Refused("fromOn", "settlement:error.otherPeriod");
    return;
  }
  if (!last) return;
  if (fromOn <= last.toOn) throw new Refused("fromOn", "settlement:error.overlap");
  if (last.standing === "disputed") throw new Refused("fromOn", "settlement:error.lastDisputed");
}

/** What is to be settled under an agreement that the viewer has found, and what it comes to with what a form adds. */
export async function draftSettlement(
  viewer: Viewer,
  agreementId: string,
  { period, facts, today }: { period: Period; facts: Facts; today: string },
  db: Db = database,
) {
  const last = await findLastSettlement(viewer, { agreementId, today }, db);
  assertPeriod(period, last);
  const { toOn, correctsId } = period;
  const sources = await gatherSources(viewer, { agreementId, toOn, correctsId }, db);
  if (Math.max(sources.receipts.length, sources.advances.length) >= sourcesAtMost)
    throw new Refused("toOn", "settlement:error.tooMany");
  assertKnown(facts, sources);
  const account = accountOf(sources, facts, { last, isCorrection: correctsId !== null });
  return { last, sources, reckoned: priced(() => reckon(account), sources) };
}

/** What a form says about must still be there to be settled. */
function assertKnown(facts: Facts, { receipts, advances }: Sources) {
  const free = new Set([...receipts, ...advances].map(({ id }) => id));
  if ([...facts.receipts, ...facts.advances].some(({ id }) => !free.has(id)))
    throw new Refused("", "settlement:error.movedOn");
}

/** What can't be priced is said at its receipt. */
function priced<Result>(work: () => Result, { receipts }: Sources) {
  try {
    return work();
  } catch (error) {
    const at = (id: string) => receipts.findIndex((one) => one.id === id);
    if (error instanceof CostMissing)
      throw new Refused(`receipts[${at(error.deliveryId)}].costFen`, "settlement:error.cost");
    if (error instanceof TermsMissing)
      throw new Refused("fromOn", "settlement:error.noTerms", error.deliveryId);
    throw error;
  }
}
