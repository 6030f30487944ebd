import { sql } from "kysely";
import { Refused } from "#app/audit/errors.ts";
import { recordAudit } from "#app/audit/write.server.ts";
import { hashToken, newToken } from "#app/auth/token.server.ts";
import type { Viewer, Writer } from "#app/auth/viewer.ts";
import { type Db, database, inTransaction, type Trx } from "#app/database.server.ts";
import { visibleWater } from "../visible.server.ts";

const prefix = "yd_";
const devicesPerSite = 20;

/** What a device's token looks like, so that it is told from a person's. */
export const isDeviceToken = (token: string) => token.startsWith(prefix);

export type Device = { id: string; siteId: string; name: string; intervalMinutes: number };
type MadeBy = { siteId: string; operatorId: string };

/** The device behind `Authorization: Bearer yd_…` with the site it stands at; undefined when unknown or revoked. */
export async function findDevice(token: string, db: Db = database) {
  return db
    .selectFrom("deviceToken")
    .innerJoin("site", (join) =>
      join
        .onRef("site.allianceId", "=", "deviceToken.allianceId")
        .onRef("site.id", "=", "deviceToken.siteId"),
    )
    .where("deviceToken.tokenHash", "=", hashToken(token))
    .where("deviceToken.revokedAt", "is", null)
    .select(["deviceToken.allianceId", "deviceToken.id", "deviceToken.siteId", "site.code as siteCode"])
    .executeTakeFirst();
}

/** Answers with the token itself, which is never shown again; undefined when this id was made before. */
export async function makeDevice(
  writer: Writer,
  { id, name, intervalMinutes }: { id: string; name: string; intervalMinutes: number },
  { siteId, operatorId }: MadeBy,
  outer?: Trx,
) {
  const { allianceId } = writer.viewer;
  const token = prefix + newToken();
  return inTransaction(async (trx) => {
    const made = await trx
      .insertInto("deviceToken")
      .values({
        ...{ allianceId, id, siteId, name, intervalMinutes, tokenHash: hashToken(token) },
        madeBy: sql`(select id from account where alliance_id = ${allianceId} and id = ${writer.viewer.userId}::uuid)`,
        createdAt: writer.now,
      })
      .onConflict((conflict) => conflict.columns(["allianceId", "id"]).doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!made) return undefined;
    const { count } = await trx
      .selectFrom("deviceToken")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("allianceId", "=", allianceId)
      .where("siteId", "=", siteId)
      .where("revokedAt", "is", null)
      .executeTakeFirstOrThrow();
    if (count > devicesPerSite) throw new Refused("name", "water:error.tooManyDevices");
    const subject = { subjectKind: "device" as const, subjectId: id, subjectLabel: name };
    await recordAudit(
      writer,
      [{ action: "device.made", ...subject, organizationId: operatorId, after: { siteId, intervalMinutes } }],
      trx,
    );
    return token;
  }, outer);
}

/** The devices of a site, those that may write first; nothing of a site the viewer may not know. */
export function listDevices(viewer: Viewer, siteId: string, db: Db = database) {
  return db
    .selectFrom("deviceToken")
    .innerJoin("site", (join) =>
      join
        .onRef("site.allianceId", "=", "deviceToken.allianceId")
        .onRef("site.id", "=", "deviceToken.siteId"),
    )
    .where(visibleWater(viewer))
    .where("site.id", "=", siteId)
    .select([
      "deviceToken.id",
      "deviceToken.name",
      "deviceToken.intervalMinutes",
      "deviceToken.createdAt",
      "deviceToken.lastReadingAt",
      "deviceToken.revokedAt",
    ])
    .orderBy(sql`device_token.revoked_at is null`, "desc")
    .orderBy("deviceToken.createdAt", "desc")
    .orderBy("deviceToken.id")
    .limit(50)
    .execute();
}

/** Takes the right to write from a device of this site; false when there is none, or it was done before. */
export function revokeDevice(writer: Writer, id: string, { siteId, operatorId }: MadeBy) {
  return inTransaction(async (trx) => {
    const row = await trx
      .updateTable("deviceToken")
      .set({ revokedAt: writer.now })
      .where("allianceId", "=", writer.viewer.allianceId)
      .where("siteId", "=", siteId)
      .where("id", "=", id)
      .where("revokedAt", "is", null)
      .returning("name")
      .executeTakeFirst();
    if (!row) return false;
    const subject = { subjectKind: "device" as const, subjectId: id, subjectLabel: row.name };
    await recordAudit(writer, [{ action: "device.revoked", ...subject, organizationId: operatorId }], trx);
    return true;
  });
}
