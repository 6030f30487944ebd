import { Missing, Refused } from "#app/audit/errors.ts";
import { recordAudit } from "#app/audit/write.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";

type Settling = { id: string; version: number; note: string | null };
type Standing = Awaited<ReturnType<typeof lockAlarm>>;

/** Takes an alarm up. Doing it again changes nothing. */
export const acknowledgeAlarm = (writer: Writer, settling: Settling, outer?: Trx) =>
  settle(writer, settling, "acknowledged", ({ state }) => state === "open", outer);

/** Closes an alarm, which nothing but a person does. Doing it again changes nothing. */
export const closeAlarm = (writer: Writer, settling: Settling & { note: string }, outer?: Trx) =>
  settle(writer, settling, "closed", ({ state }) => state !== "closed", outer);

function settle(
  writer: Writer,
  { id, version, note }: Settling,
  to: "acknowledged" | "closed",
  isDue: (alarm: Standing) => boolean,
  outer?: Trx,
) {
  const { viewer, now } = writer;
  return inTransaction(async (trx) => {
    const alarm = await lockAlarm(writer, id, trx);
    if (!isDue(alarm)) return;
    // It sounded again since the page was opened: whoever closes it must know.
    if (alarm.version !== version) throw new Refused("note", "water:error.soundedAgain");
    const by = { at: now, by: alarm.accountId, note };
    await trx
      .updateTable("alarm")
      .set({
        state: to,
        version: version + 1,
        ...(to === "closed"
          ? { closedAt: by.at, closedBy: by.by, closedNote: by.note }
          : { acknowledgedAt: by.at, acknowledgedBy: by.by, acknowledgedNote: by.note }),
      })
      .where("allianceId", "=", viewer.allianceId)
      .where("id", "=", id)
      .execute();
    const entry = {
      action: to === "closed" ? "alarm.closed" : "alarm.acknowledged",
      subjectKind: "alarm" as const,
      subjectId: id,
      subjectLabel: alarm.name,
      organizationId: alarm.operatorId,
    };
    await recordAudit(writer, [{ ...entry, after: { kind: alarm.kind, note } }], trx);
  }, outer);
}

/** Whoever stores readings locks the site's row first, and so does whoever changes its alarms. */
async function lockAlarm({ viewer }: Writer, id: string, trx: Trx) {
  const { allianceId } = viewer;
  const place = await trx
    .selectFrom("alarm")
    .select("siteId")
    .where("allianceId", "=", allianceId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!place) throw new Missing();
  await trx
    .selectFrom("siteWater")
    .select("siteId")
    .where("allianceId", "=", allianceId)
    .where("siteId", "=", place.siteId)
    .forUpdate()
    .execute();
  return trx
    .selectFrom("alarm")
    .innerJoin("site", (join) =>
      join.onRef("site.allianceId", "=", "alarm.allianceId").onRef("site.id", "=", "alarm.siteId"),
    )
    .leftJoin("account", (join) =>
      join.onRef("account.allianceId", "=", "alarm.allianceId").on("account.id", "=", viewer.userId),
    )
    .select([
      "alarm.state",
      "alarm.version",
      "alarm.kind",
      "site.name",
      "site.operatorId",
      "account.id as accountId",
    ])
    .where("alarm.allianceId", "=", allianceId)
    .where("alarm.id", "=", id)
    .forUpdate("alarm")
    .executeTakeFirstOrThrow();
}
