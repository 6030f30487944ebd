import type { Writer } from "#app/auth/viewer.ts";
import type { Trx } from "#app/database.server.ts";
import { insertFile, type NewFile } from "../../sites/queries/files.server.ts";

/** Keeps the paper of an agreement or of an amendment. */
export async function keepPaper(writer: Writer, agreementId: string, file: NewFile, trx: Trx) {
  await insertFile(writer, file, trx);
  await trx
    .insertInto("agreementFile")
    .values({ allianceId: writer.viewer.allianceId, agreementId, fileId: file.id, addedAt: writer.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
