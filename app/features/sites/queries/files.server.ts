import { createHash } from "node:crypto";
import { IdTaken } from "#app/audit/errors.ts";
import type { Writer } from "#app/auth/viewer.ts";
import type { Trx } from "#app/database.server.ts";

export type NewFile = { id: string; name: string; mediaType: string; content: Buffer };

/**
 * Keeps a picture or PDF in the database; the caller has looked into it. The same file under the same id again is
 * passed over; another's id does not lend its content: IdTaken.
 */
export async function insertFile(
  { viewer, now }: Writer,
  { id, name, mediaType, content }: NewFile,
  trx: Trx,
) {
  const sha256 = createHash("sha256").update(content).digest();
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("file")
    .values({
      allianceId: viewer.allianceId,
      id,
      name,
      mediaType,
      size: content.length,
      sha256,
      content,
      createdAt: now,
    })
    .onConflict((conflict) => conflict.columns(["allianceId", "id"]).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows) return;
  const standing = await trx
    .selectFrom("file")
    .select("sha256")
    .where("allianceId", "=", viewer.allianceId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!standing || !sha256.equals(standing.sha256)) throw new IdTaken();
}
