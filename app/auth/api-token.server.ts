import { sql } from "kysely";
import { Refused } from "#app/audit/errors.ts";
import { recordAudit } from "#app/audit/write.server.ts";
import { database, inTransaction } from "#app/database.server.ts";
import { accountsWithSurroundings, type Visit, visitOf } from "./session.server.ts";
import { hashToken, newToken } from "./token.server.ts";
import type { Viewer, Writer } from "./viewer.ts";

export type TokenScope = "read" | "write";
const prefix = "yl_";
/** How stale `last_used_at` may get before a call refreshes it. */
const usedEvery = 60 * 1000;
const tokensPerAccount = 20;

/** The visit behind `Authorization: Bearer …`; undefined when unknown, expired, revoked, or its account has ended. */
export async function findTokenVisit(
  token: string,
  now: Date,
): Promise<{ visit: Visit; scope: TokenScope } | undefined> {
  const row = await accountsWithSurroundings(database)
    .innerJoin("apiToken", (join) =>
      join
        .onRef("apiToken.allianceId", "=", "account.allianceId")
        .onRef("apiToken.accountId", "=", "account.id"),
    )
    .select(["apiToken.id as tokenId", "apiToken.scope", "apiToken.lastUsedAt"])
    .where("apiToken.tokenHash", "=", hashToken(token))
    .where("apiToken.expiresAt", ">", now)
    .where("apiToken.revokedAt", "is", null)
    .executeTakeFirst();
  if (!row || row.mustChangePassword) return undefined;
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > usedEvery) {
    await database
      .updateTable("apiToken")
      .set({ lastUsedAt: now })
      .where("allianceId", "=", row.allianceId)
      .where("id", "=", row.tokenId)
      .execute();
  }
  return { visit: visitOf(row), scope: row.scope as TokenScope };
}

/** Answers with the token itself, which is never shown again; undefined when this id was made before. */
export async function makeApiToken(
  writer: Writer,
  { id, name, scope, days }: { id: string; name: string; scope: TokenScope; days: number },
) {
  const { allianceId, userId: accountId } = writer.viewer;
  const token = prefix + newToken();
  const expiresAt = new Date(writer.now.getTime() + days * 24 * 60 * 60 * 1000);
  const values = { allianceId, id, accountId, name, tokenHash: hashToken(token), scope, expiresAt };
  return inTransaction(async (trx) => {
    const made = await trx
      .insertInto("apiToken")
      .values({ ...values, createdAt: writer.now })
      .onConflict((conflict) => conflict.columns(["allianceId", "id"]).doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!made) return undefined;
    const { count } = await trx
      .selectFrom("apiToken")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("allianceId", "=", allianceId)
      .where("accountId", "=", accountId)
      .where("revokedAt", "is", null)
      .where("expiresAt", ">", writer.now)
      .executeTakeFirstOrThrow();
    if (count > tokensPerAccount) throw new Refused("name", "auth:error.tooManyTokens");
    const subject = { subjectKind: "token" as const, subjectId: id, subjectLabel: name };
    await recordAudit(writer, [{ action: "token.made", ...subject, after: { scope, expiresAt } }], trx);
    return token;
  });
}

/** The own tokens, those that still work first. */
export async function listApiTokens(viewer: Viewer) {
  return database
    .selectFrom("apiToken")
    .select(["id", "name", "scope", "createdAt", "expiresAt", "lastUsedAt", "revokedAt"])
    .where("allianceId", "=", viewer.allianceId)
    .where("accountId", "=", viewer.userId)
    .orderBy(sql`revoked_at is null`, "desc")
    .orderBy("createdAt", "desc")
    .limit(50)
    .execute();
}

/** Revokes one of the writer's own tokens; false when there is no such token, or it was revoked before. */
export async function revokeApiToken(writer: Writer, id: string) {
  return inTransaction(async (trx) => {
    const row = await trx
      .updateTable("apiToken")
      .set({ revokedAt: writer.now })
      .where("allianceId", "=", writer.viewer.allianceId)
      .where("accountId", "=", writer.viewer.userId)
      .where("id", "=", id)
      .where("revokedAt", "is", null)
      .returning("name")
      .executeTakeFirst();
    if (!row) return false;
    await recordAudit(
      writer,
      [{ action: "token.revoked", subjectKind: "token", subjectId: id, subjectLabel: row.name }],
      trx,
    );
    return true;
  });
}
