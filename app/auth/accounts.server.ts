import { type SqlBool, sql } from "kysely";
import type * as z from "zod";
import { type Db, database } from "#app/database.server.ts";
import type { PageKey } from "#app/http/page-key.server.ts";
import type { accountFilter } from "./schema.ts";
import { isCoordinator, type Viewer } from "./viewer.ts";

export type AccountFilter = z.output<typeof accountFilter>;

/** A page of the alliance's accounts by login. */
export async function listAccounts(
  viewer: Viewer,
  filter: AccountFilter,
  { after, limit }: { after?: PageKey; limit: number },
  db: Db = database,
) {
  const rows = await filteredAccounts(viewer, filter, db)
    .leftJoin("town", (join) =>
      join.on(sql<SqlBool>`town.code = coalesce(account.town_code, organization.town_code)`),
    )
    .select((eb) => [
      "account.id",
      "account.login",
      "account.name",
      "account.role",
      "account.organizationId",
      "account.endedAt",
      "account.mustChangePassword",
      "organization.name as organizationName",
      "town.name as townName",
      sql<string>`account.login`.as("sortKey"),
      eb
        .selectFrom("session")
        .select(({ fn }) => fn.max("session.lastSeenAt").as("at"))
        .whereRef("session.allianceId", "=", "account.allianceId")
        .whereRef("session.accountId", "=", "account.id")
        .as("lastSeenAt"),
    ])
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(account.login collate "C", account.id) > (${after?.sortKey}, ${after?.id}::uuid)`,
      ),
    )
    .orderBy(sql`account.login collate "C"`)
    .orderBy("account.id")
    .limit(limit + 1)
    .execute();
  return { items: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1] : undefined };
}

export async function countAccounts(viewer: Viewer, filter: AccountFilter, db: Db = database) {
  const found = filteredAccounts(viewer, filter, db).select("account.id").limit(10_000);
  const { count } = await db
    .selectFrom(found.as("found"))
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

export function findAccount(viewer: Viewer, id: string, db: Db = database) {
  return managedAccounts(viewer, db)
    .select([
      "account.id",
      "account.login",
      "account.name",
      "account.role",
      "account.townCode",
      "account.organizationId",
      "account.endedAt",
      "account.mustChangePassword",
      "account.version",
      "account.createdAt",
    ])
    .where("account.id", "=", id)
    .executeTakeFirst();
}

/** The people whose changes the audit log knows, to choose from. */
export function listAccountNames(viewer: Viewer, db: Db = database) {
  return managedAccounts(viewer, db)
    .select(["account.id", "account.login", "account.name"])
    .orderBy(sql`account.login collate "C"`)
    .limit(500)
    .execute();
}

/** Accounts are the coordinator's to know of, and of nobody else. */
function managedAccounts(viewer: Viewer, db: Db) {
  return db
    .selectFrom("account")
    .where("account.allianceId", "=", viewer.allianceId)
    .$if(!isCoordinator(viewer), (query) => query.where(sql<SqlBool>`false`));
}

function filteredAccounts(viewer: Viewer, filter: AccountFilter, db: Db) {
  const like = `%${filter.q?.trim().replace(/[\\%_]/g, "\\$&")}%`;
  return managedAccounts(viewer, db)
    .leftJoin("organization", (join) =>
      join
        .onRef("organization.allianceId", "=", "account.allianceId")
        .onRef("organization.id", "=", "account.organizationId"),
    )
    .$if(filter.state !== undefined, (query) =>
      query.where("account.endedAt", filter.state === "ended" ? "is not" : "is", null),
    )
    .$if(filter.role !== undefined, (query) => query.where("account.role", "=", filter.role as "town"))
    .$if(filter.town !== undefined, (query) =>
      query.where(sql<SqlBool>`coalesce(account.town_code, organization.town_code) = ${filter.town}`),
    )
    .$if(filter.q !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(account.login ilike ${like} or account.name ilike ${like} or organization.name ilike ${like})`,
      ),
    );
}
