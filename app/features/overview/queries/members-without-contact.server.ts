import { type SqlBool, sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { visibleOrganization } from "../../members/visible.server.ts";

const current = sql<SqlBool>`exists (select 1 from membership m
  where m.alliance_id = organization.alliance_id and m.organization_id = organization.id and m.left_on is null)`;
const uncontacted = sql<SqlBool>`not exists (select 1 from contact c
  where c.alliance_id = organization.alliance_id and c.organization_id = organization.id and c.to_on is null)`;

/** Member villages that nobody can be called in: how many, and the first of them. */
export async function listMembersWithoutContact(
  viewer: Viewer,
  { today, town, limit }: { today: string; town?: string; limit: number },
  db: Db = database,
) {
  const rows = await db
    .selectFrom("organization")
    .where(visibleOrganization(viewer, today))
    .where("organization.kind", "=", "village")
    .where("organization.endedOn", "is", null)
    .where(current)
    .where(uncontacted)
    .$if(town !== undefined, (query) => query.where("organization.townCode", "=", town as string))
    .select(["organization.id", "organization.name", sql<number>`count(*) over ()`.as("count")])
    .orderBy("organization.sortKey")
    .orderBy("organization.id")
    .limit(limit)
    .execute();
  return { count: rows[0]?.count ?? 0, items: rows.map(({ id, name }) => ({ id, name })) };
}
