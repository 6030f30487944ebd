import { v7 as uuidv7 } from "uuid";
import { Missing, Refused } from "#app/audit/errors.ts";
import { recordAudit } from "#app/audit/write.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import { refuseTaken } from "../taken.server.ts";

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
    await refuseTaken(trx.insertInto("membership").values(rows).execute());
    await recordAudit(
      writer,
      joinings.map(({ id, organizationId, organizationName, joinedOn, leftOn }) => ({
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

type Change = { organizationId: string; organizationName: string; day: string };

export function joinAlliance(writer: Writer, { organizationId, organizationName, day }: Change) {
  return inTransaction(async (trx) => {
    const last = await trx
      .selectFrom("membership")
      .select(({ fn }) => fn.max("leftOn").as("leftOn"))
      .where("allianceId", "=", writer.viewer.allianceId)
      .where("organizationId", "=", organizationId)
      .executeTakeFirst();
    if (last?.leftOn && day <= last.leftOn) throw new Refused("joinedOn", "error.joinedBeforeLeft");
    const joining = { id: uuidv7(), organizationId, organizationName, joinedOn: day };
    await insertMemberships(writer, [joining], trx);
  });
}

/** Ends today's membership on a day; its history stays. */
export function leaveAlliance(writer: Writer, { organizationId, organizationName, day }: Change) {
  return inTransaction(async (trx) => {
    const current = await trx
      .selectFrom("membership")
      .select(["id", "joinedOn"])
      .where("allianceId", "=", writer.viewer.allianceId)
      .where("organizationId", "=", organizationId)
      .where("leftOn", "is", null)
      .forUpdate()
      .executeTakeFirst();
    if (!current) throw new Missing();
    if (day < current.joinedOn) throw new Refused("leftOn", "error.endBeforeStart");
    await trx
      .updateTable("membership")
      .set({ leftOn: day })
      .where("allianceId", "=", writer.viewer.allianceId)
      .where("id", "=", current.id)
      .execute();
    await recordAudit(
      writer,
      [
        {
          action: "membership.ended",
          subjectKind: "membership",
          subjectId: current.id,
          subjectLabel: organizationName,
          organizationId,
          before: { leftOn: null },
          after: { leftOn: day },
        },
      ],
      trx,
    );
  });
}
