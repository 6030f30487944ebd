import { type SqlBool, sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import type { JsonValue } from "#db/schema/audit.ts";
import { withNames } from "./names.server.ts";

export type AuditFilter = {
  /** one record's own history */
  subject?: string;
  /** what concerns an organization: itself, its people, its sites */
  organization?: string;
  account?: string;
  kind?: string;
  q?: string;
  from?: string;
  to?: string;
};

/** Where a page of the log begins: after this entry, backwards in time. */
export type AuditKey = { at: Date; id: string };

/** The newest first. The caller asks whether the viewer may see the subject; the log as a whole is the coordinator's. */
export async function listAudit(
  viewer: Viewer,
  filter: AuditFilter,
  { after, limit }: { after?: AuditKey; limit: number },
  db: Db = database,
) {
  const rows = await db
    .selectFrom("auditLog")
    .where("allianceId", "=", viewer.allianceId)
    .$if(filter.subject !== undefined, (query) => query.where("subjectId", "=", filter.subject as string))
    .$if(filter.organization !== undefined, (query) =>
      query.where("organizationId", "=", filter.organization as string),
    )
    .$if(filter.account !== undefined, (query) => query.where("accountId", "=", filter.account as string))
    .$if(filter.kind !== undefined, (query) => query.where("subjectKind", "=", filter.kind as string))
    .$if(filter.q !== undefined, (query) =>
      query.where(sql<SqlBool>`subject_label ilike ${`%${filter.q?.replace(/[\\%_]/g, "\\$&")}%`}`),
    )
    .$if(filter.from !== undefined, (query) =>
      query.where("at", ">=", sql<Date>`(${filter.from}::date)::timestamp at time zone 'Asia/Shanghai'`),
    )
    .$if(filter.to !== undefined, (query) =>
      query.where("at", "<", sql<Date>`(${filter.to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`),
    )
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(at, id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .select([
      "id",
      "at",
      "accountId",
      "accountName",
      "accountRole",
      "action",
      "subjectKind",
      "subjectId",
      "subjectLabel",
      "organizationId",
    ])
    // A shape is kept, but too long for a list: the log says its area.
    .select([
      sql<JsonValue | null>`before - 'outline'`.as("before"),
      sql<JsonValue | null>`after - 'outline'`.as("after"),
    ])
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
  const items = await withNames(viewer.allianceId, rows.slice(0, limit), db);
  return { items, next: rows.length > limit ? rows[limit - 1] : undefined };
}
