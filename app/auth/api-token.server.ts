import { v7 as uuidv7 } from "uuid";
import { recordAudit } from "#app/audit/write.server.ts";
import { database, inTransaction } from "#app/database.server.ts";
import { accountsWithSurroundings, type Visit, visitOf } from "./session.server.ts";
import { hashToken, newToken } from "./token.server.ts";
import type { Viewer, Writer } from "./viewer.ts";

export type TokenScope = "read" | "write";
const prefix = "yl_";
/** How stale `last_used_at` may get before a call refreshes it. */
const usedEvery = 60 * 1000;

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

/** Answers with the token itself; it is never shown again. */
export async function makeApiToken(
  writer: Writer,
  { name, scope, days }: { name: string; scope: TokenScope; days: number },
) {
  const token = prefix + newToken();
  const id = uuidv7();
  const expiresAt = new Date(writer.now.getTime() + days * 24 * 60 * 60 * 1000);
  await inTransaction(async (trx) => {
    await trx
      .insertInto("apiToken")
      .values({
        allianceId: writer.viewer.allianceId,
        id,
        accountId: writer.viewer.userId,
        name,
        tokenHash: hashToken(token),
        scope,
        createdAt: writer.now,
        expiresAt,
      })
      .execute();
    await recordAudit(
      writer,
      [
        {
          action: "token.made",
          subjectKind: "token",
          subjectId: id,
          subjectLabel: name,
          after: { scope, expiresAt },
        },
      ],
      trx,
    );
  });
  return token;
}

export async function listApiTokens(viewer: Viewer) {
  return database
    .selectFrom("apiToken")
    .select(["id", "name", "scope", "createdAt", "expiresAt", "lastUsedAt", "revokedAt"])
    .where("allianceId", "=", viewer.allianceId)
    .where("accountId", "=", viewer.userId)
    .orderBy("createdAt", "desc")
    .limit(100)
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
