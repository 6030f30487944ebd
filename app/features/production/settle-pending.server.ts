import { recordAudit } from "#app/audit/write.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { inTransaction } from "#app/database.server.ts";
import { eventBody } from "./events/registry.ts";
import { type findPending, lockPending, settlePending } from "./queries/pending.server.ts";
import { recordEvents } from "./queries/record-events.server.ts";
import { retrying } from "./queries/retrying.server.ts";

type Pending = NonNullable<Awaited<ReturnType<typeof findPending>>>;

/**
 * Tries again to book what waits, after what stood in its way was settled. Answers whether it is booked now; throws
 * Refused and Doubtful as any entry does.
 */
export function bookPending(writer: Writer, { id }: Pending, accept: string[]) {
  return retrying(() =>
    inTransaction(async (trx) => {
      const body = eventBody.parse((await lockPending(writer.viewer, id, trx)).body);
      const confirmed = body.kind === "void" ? body : { ...body, accept: [...body.accept, ...accept] };
      const [result] = await recordEvents(writer, [confirmed], { again: [id] }, trx);
      if (result?.status === "pending") return false;
      await settlePending(writer, { id, outcome: "booked", note: null }, trx);
      return true;
    }),
  );
}

/** Lets go of what waits, with a reason; the row stays. */
export function dropPending(writer: Writer, pending: Pending, reason: string) {
  return inTransaction(async (trx) => {
    await settlePending(writer, { id: pending.id, outcome: "dropped", note: reason }, trx);
    await recordAudit(
      writer,
      [
        {
          action: "event.dropped",
          subjectKind: "event",
          subjectId: pending.id,
          subjectLabel: pending.siteCode,
          organizationId: pending.operatorId,
          after: { kinds: [pending.kind], reason },
        },
      ],
      trx,
    );
  });
}
