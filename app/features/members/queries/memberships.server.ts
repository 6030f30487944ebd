import { Missing, Refused } from "#app/audit/errors.ts";
import { recordAudit } from "#app/audit/write.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import { refuseFuture } from "../refuse-future.ts";
import { refuseTaken } from "../taken.server.ts";
import { insertOnce } from "./insert-once.server.ts";

type Joining = {
  id: string;
  organizationId: string;
  organizationName: string;
  joinedOn: string;
  leftOn?: string | null;
};

/** Organizations join the alliance; one that left may join again, later than it left. */
export function insertMemberships(writer: Writer, joinings: Joining[], outer?: Trx) {
  const { allianceId } = writer.viewer;
  return inTransaction(async (trx) => {
    const rows = joinings.map(({ organizationName: _, ...joining }) => ({ allianceId, ...joining }));
    const inserted = await refuseTaken(insertOnce("membership", rows, trx));
    await recordAudit(
      writer,
      joinings
        .filter(({ id }) => inserted.has(id))
        .map(({ id, organizationId, organizationName, joinedOn, leftOn }) => ({
          action: "membership.added",
          subjectKind: "membership",
          subjectId: id,
          subjectLabel: organizationName,
          organizationId,
          after: { joinedOn, ...(leftOn && { leftOn }) },
        })),
      trx,
    );
  }, outer);
}

export function joinAlliance(writer: Writer, joining: Omit<Joining, "leftOn">, outer?: Trx) {
  return inTransaction(async (trx) => {
    refuseFuture(writer, "joinedOn", joining.joinedOn);
    const last = await lastMembership(writer, joining.organizationId, trx);
    if (last?.leftOn && joining.joinedOn <= last.leftOn) {
      throw new Refused("joinedOn", "error.joinedBeforeLeft");
    }
    await insertMemberships(writer, [joining], trx);
  }, outer);
}

type Leaving = { organizationId: string; organizationName: string; leftOn: string };

/** Ends today's membership on a day; its history stays. The same again changes nothing. */
export function leaveAlliance(writer: Writer, { organizationId, organizationName, leftOn }: Leaving) {
  return inTransaction(async (trx) => {
    refuseFuture(writer, "leftOn", leftOn);
    const last = await lastMembership(writer, organizationId, trx);
    if (last?.leftOn === leftOn) return;
    if (!last || last.leftOn !== null) throw new Missing();
    if (leftOn < last.joinedOn) throw new Refused("leftOn", "error.endBeforeStart");
    await trx
      .updateTable("membership")
      .set({ leftOn })
      .where("allianceId", "=", writer.viewer.allianceId)
      .where("id", "=", last.id)
      .execute();
    await recordAudit(
      writer,
      [
        {
          action: "membership.ended",
          subjectKind: "membership",
          subjectId: last.id,
          subjectLabel: organizationName,
          organizationId,
          before: { leftOn: null },
          after: { leftOn },
        },
      ],
      trx,
    );
  });
}

const lastMembership = (writer: Writer, organizationId: string, trx: Trx) =>
  trx
    .selectFrom("membership")
    .select(["id", "joinedOn", "leftOn"])
    .where("allianceId", "=", writer.viewer.allianceId)
    .where("organizationId", "=", organizationId)
    .orderBy("joinedOn", "desc")
    .orderBy("leftOn", (order) => order.desc().nullsFirst())
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
