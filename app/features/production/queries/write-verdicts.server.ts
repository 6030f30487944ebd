import { recordAudit } from "#app/audit/write.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import type { Trx } from "#app/database.server.ts";
import { isOnBehalf } from "../access.ts";
import type { Book } from "../ledger/book.ts";
import { recountCourses } from "../treatments/queries/recount.server.ts";
import type { Verdict } from "../verdict.ts";
import { lateMarks, openBreaches, voidMarks, writeMarks } from "./marks.server.ts";
import { insertPending } from "./pending.server.ts";
import { writeLedger } from "./write-ledger.server.ts";

/** Writes what was decided: the ledger, what withholds, what waits, and one audit entry for each operator. */
export async function writeVerdicts(
  writer: Writer,
  verdicts: (Verdict & { book: Book })[],
  { hashes, again }: { hashes: Map<string, string>; again: string[] },
  trx: Trx,
) {
  const [first] = verdicts;
  if (!first) return;
  const hashOf = (id: string) => hashes.get(id) as string;
  const booked = verdicts.flatMap(({ booked }) => (booked ? [booked] : []));
  await writeLedger(
    writer,
    first.book,
    {
      events: booked.map(({ event, site }) => ({
        ...event,
        onBehalf: isOnBehalf(writer.viewer, site),
        bodyHash: hashOf(event.id),
      })),
      entries: booked.flatMap(({ entries }) => entries),
      links: booked.flatMap(({ links }) => links),
      concerns: booked.flatMap(({ concerns }) => concerns),
    },
    trx,
  );
  const fresh = {
    withdrawals: booked.flatMap(({ marks }) => marks.withdrawals),
    holds: booked.flatMap(({ marks }) => marks.holds),
  };
  await writeMarks(writer, fresh, trx);
  await recountCourses(writer, [...new Set(fresh.withdrawals.map(({ eventId }) => eventId))], trx);
  await openBreaches(writer, lateMarks(fresh), trx);
  for (const { event } of booked)
    if (event.voidsEventId)
      await voidMarks(
        writer,
        { eventId: event.voidsEventId, voidId: event.id, reason: event.columns.reason ?? "" },
        trx,
      );
  await insertPending(
    writer,
    verdicts.flatMap(({ waiting, body, site }) =>
      waiting && !again.includes(body.id)
        ? [{ ...waiting, body, bodyHash: hashOf(body.id), onBehalf: isOnBehalf(writer.viewer, site) }]
        : [],
    ),
    trx,
  );
  await recordAudit(writer, auditOf(verdicts), trx);
}

/** One entry for each operator: the events themselves say who wrote what, and are never changed. */
function auditOf(verdicts: Verdict[]) {
  return [...new Set(verdicts.map(({ site }) => site.operatorId))].map((organizationId) => {
    const own = verdicts.filter(({ site }) => site.operatorId === organizationId);
    const [first] = own as [Verdict];
    return {
      action: own.every(({ waiting }) => waiting) ? "event.pending" : "event.recorded",
      subjectKind: "event" as const,
      subjectId: first.body.id,
      subjectLabel: first.site.code,
      organizationId,
      after: { kinds: [...new Set(own.map(({ body }) => body.kind))], events: own.length },
    };
  });
}
