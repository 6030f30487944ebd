import { v7 as uuidv7 } from "uuid";
import { type Subject, updateAudited } from "#app/audit/rows.server.ts";
import type { Viewer, Writer } from "#app/auth/viewer.ts";
import { type Db, database, inTransaction, type Trx } from "#app/database.server.ts";
import type { SiteKind } from "../../sites/kinds.ts";
import zh from "../../sites/messages.zh.ts";
import { defaultLines } from "../default-checklists.ts";

const { kind: kinds } = zh;

const subject: Subject = {
  table: "checklist",
  kind: "checklist",
  label: (row) => kinds[row.siteKind as SiteKind],
  organizationId: () => null,
  unlisted: [],
};

/** The checklist of a kind of site as the alliance has it now; version 1 is the one that comes with the program. */
export async function findChecklist(viewer: Viewer, siteKind: SiteKind, db: Db = database) {
  const own = await db
    .selectFrom("checklist")
    .select(["id", "lines", "version"])
    .where("allianceId", "=", viewer.allianceId)
    .where("siteKind", "=", siteKind)
    .executeTakeFirst();
  return own ?? { id: undefined, lines: defaultLines(siteKind), version: 1 };
}

type ChecklistEdit = { siteKind: SiteKind; version: number; lines: string[] };

/** Changes checklists; an inspection that was made keeps the items it was made with. */
export function saveChecklists(writer: Writer, edits: ChecklistEdit[], outer?: Trx) {
  const { allianceId } = writer.viewer;
  const stamps = { createdAt: writer.now, updatedAt: writer.now };
  return inTransaction(async (trx) => {
    for (const { siteKind, version, lines } of edits) {
      // The list that comes with the program becomes a row, so that a change has something to differ from.
      await trx
        .insertInto("checklist")
        .values({ allianceId, id: uuidv7(), siteKind, lines: defaultLines(siteKind), ...stamps })
        .onConflict((conflict) => conflict.columns(["allianceId", "siteKind"]).doNothing())
        .execute();
      const { id } = await trx
        .selectFrom("checklist")
        .select("id")
        .where("allianceId", "=", allianceId)
        .where("siteKind", "=", siteKind)
        .executeTakeFirstOrThrow();
      await updateAudited(writer, subject, [{ id, version, fields: { lines } }], trx);
    }
  }, outer);
}
