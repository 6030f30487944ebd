import { type SqlBool, sql } from "kysely";
import { isCoordinator, ownOrganizationId, type Viewer, type Writer } from "#app/auth/viewer.ts";
import type { Trx } from "#app/database.server.ts";
import { EditConflict } from "./errors.ts";

type Standing = { id: string; version: number; theirs: Record<string, unknown> };

/** The refusal of an edit that came too late, with who wrote what stands there now and when. */
export async function editConflict({ viewer }: Writer, { id, version, theirs }: Standing, trx: Trx) {
  const last = await trx
    .selectFrom("auditLog")
    .leftJoin("account", (join) =>
      join
        .onRef("account.allianceId", "=", "auditLog.allianceId")
        .onRef("account.id", "=", "auditLog.accountId"),
    )
    .where("auditLog.allianceId", "=", viewer.allianceId)
    .where("auditLog.subjectId", "=", id)
    .where(sql<SqlBool>`jsonb_exists_any(audit_log.after, ${Object.keys(theirs)}::text[])`)
    .select(["auditLog.at", "auditLog.accountName", "account.organizationId", "account.townCode"])
    .orderBy("auditLog.at", "desc")
    .orderBy("auditLog.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return new EditConflict(
    id,
    version,
    theirs,
    last && { at: last.at, name: isColleague(viewer, last) ? last.accountName : null },
  );
}

/** Who may be named: to the coordinator, who reads the whole log, everybody; else those of one's own town or organization. */
function isColleague(
  viewer: Viewer,
  { organizationId, townCode }: { organizationId: string | null; townCode: string | null },
) {
  if (isCoordinator(viewer)) return true;
  if (viewer.role === "town") return townCode === viewer.townCode;
  return organizationId !== null && organizationId === ownOrganizationId(viewer);
}
