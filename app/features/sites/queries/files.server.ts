import { createHash } from "node:crypto";
import type { Writer } from "#app/auth/viewer.ts";
import type { Trx } from "#app/database.server.ts";

type NewFile = { id: string; name: string; mediaType: string; content: Buffer };

/** Keeps a picture or PDF in the database; the caller has looked into it. */
export async function insertFile(
  { viewer, now }: Writer,
  { id, name, mediaType, content }: NewFile,
  trx: Trx,
) {
  await trx
    .insertInto("file")
    .values({
      allianceId: viewer.allianceId,
      id,
      name,
      mediaType,
      size: content.length,
      sha256: createHash("sha256").update(content).digest(),
      content,
      createdAt: now,
    })
    .execute();
}
