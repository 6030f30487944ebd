import type { Decision, Exposure } from "./events/decision.ts";
import { type Book, swimsBetween } from "./ledger/book.ts";
import { expose, inherit, type Marks, type NewMarks } from "./ledger/marks.ts";
import type { Dated } from "./verdict.ts";

/** A treatment that was written down before fish that had met it; `endsAt`: the end of its last day. */
export type KnownExposure = { id: string; siteId: string; occurredAt: Date; endsAt: Date; details: unknown };

/** What a decision withholds: handed on along its links, put on by itself, or met by fish that are typed late. */
export function newMarks(
  decision: Decision,
  given: { event: Dated; marks: Marks; book: Book; day: string; exposures: KnownExposure[] },
): NewMarks {
  const { event, marks, book, day } = given;
  const fresh = [
    ...(decision.links ?? []).map(({ parentId, childId }) =>
      inherit(marks, { parentId, childId, at: event.at }, day),
    ),
    ...(decision.exposes ? exposeBySpecies(given, event, decision.exposes) : []),
    ...metLater(decision, given).flatMap(({ lotId, treatment }) =>
      exposeBySpecies(
        given,
        { id: treatment.id, at: Math.max(treatment.occurredAt.getTime(), event.at) },
        { ...(treatment.details as { exposure: Exposure }).exposure, lotIds: [lotId] },
      ),
    ),
  ];
  return {
    withdrawals: fresh.flatMap(({ withdrawals }) => withdrawals).filter(({ lotId }) => book.lots.has(lotId)),
    holds: fresh.flatMap(({ holds }) => holds).filter(({ lotId }) => book.lots.has(lotId)),
  };
}

/** A hold that excepts species comes onto the lots of others only. */
function exposeBySpecies(
  { marks, book }: { marks: Marks; book: Book },
  event: Dated,
  { lotIds, withdrawal, hold }: Exposure,
) {
  const excepted = (lotId: string) => hold?.exceptSpecies?.includes(book.lots.get(lotId)?.species ?? "");
  return [
    expose(marks, event, { lotIds, withdrawal }),
    expose(marks, event, { lotIds: lotIds.filter((lotId) => !excepted(lotId)), hold }),
  ];
}

/** Fish that came to a site before the end of a treatment that is written down already, and were there during it. */
function metLater(
  { changes = [] }: Decision,
  { event, book, exposures }: { event: Dated; book: Book; exposures: KnownExposure[] },
) {
  const arrived = new Set(
    changes.filter(({ count, massG }) => count > 0 || massG > 0).map(({ lotId }) => lotId),
  );
  return exposures
    .filter(({ endsAt, details }) => endsAt.getTime() >= event.at && hasExposure(details))
    .flatMap((treatment) =>
      [...arrived]
        .map((lotId) => book.lots.get(lotId))
        .filter((lot) => lot !== undefined)
        .filter(
          (lot) =>
            lot.siteId === treatment.siteId &&
            swimsBetween(lot, Math.max(treatment.occurredAt.getTime(), event.at), treatment.endsAt.getTime()),
        )
        .map((lot) => ({ lotId: lot.id, treatment })),
    );
}

const hasExposure = (details: unknown) =>
  typeof details === "object" && details !== null && "exposure" in details;
