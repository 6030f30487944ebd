import { Refused } from "#app/audit/errors.ts";
import { Short, Withheld } from "./errors.ts";
import type { SiteState } from "./events/decision.ts";
import type { DecidedBody } from "./events/registry.ts";
import type { Blocked } from "./ledger/book.ts";
import type { Verdict } from "./verdict.ts";

const waitingFor = (body: DecidedBody, site: SiteState) => ({
  ...{ id: body.id, kind: body.kind, siteId: site.id, occurredAt: new Date(body.occurredAt) },
  ...{ lotId: null, shortAt: null, shortCount: null, shortMassG: null, message: null },
});

/** A later balance would not hold. */
export const whyBlocked = (body: DecidedBody, site: SiteState, { flaw, lotId, at, missing }: Blocked) => ({
  ...waitingFor(body, site),
  ...{ reason: flaw, lotId, shortAt: new Date(at), shortCount: missing.count, shortMassG: missing.massG },
});

/** What is typed late waits; so does everything that nobody is there to mend. */
export function whyRefused(
  error: unknown,
  { body, site, keeps, late }: { body: DecidedBody; site: SiteState; keeps: boolean; late: boolean },
): Verdict["waiting"] {
  const waiting = waitingFor(body, site);
  if (error instanceof Short && (late || keeps)) {
    const missing = error.wanted - error.available;
    return {
      ...waiting,
      ...{ reason: "short", lotId: error.lotId, shortAt: waiting.occurredAt },
      ...(error.field === "count" ? { shortCount: missing } : { shortMassG: missing }),
    };
  }
  if (!keeps) return undefined;
  if (error instanceof Withheld) return { ...waiting, reason: "withheld", lotId: error.lotId };
  if (error instanceof Refused) return { ...waiting, reason: "refused", message: error.message };
  return undefined;
}

/** As the form says it. */
export function refusalOf(error: unknown, id: string) {
  if (error instanceof Short) {
    const { wanted, available } = error;
    return new Refused(error.field, `production:refused.short|${JSON.stringify({ wanted, available })}`, id);
  }
  if (error instanceof Withheld) {
    const { by, fitFrom } = error;
    const key = by === "hold" ? "held" : fitFrom === null ? "withdrawal" : "withdrawalUntil";
    return new Refused("purpose", `production:refused.${key}|${JSON.stringify({ fitFrom })}`, id);
  }
  if (error instanceof Refused) return new Refused(error.field, error.message, id);
  return error;
}
