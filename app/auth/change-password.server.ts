import { database, inTransaction } from "#app/database.server.ts";
import { judgeAttempt } from "./attempts.server.ts";
import { hashPassword, passwordMatches } from "./password.server.ts";
import { endSessions, startSession } from "./session.server.ts";
import type { Writer } from "./viewer.ts";
import { record } from "./write-accounts.server.ts";

type Change = {
  current: string;
  password: string;
  address: string;
  sessionId: string | undefined;
  userAgent: string | null;
};
type Outcome =
  | { kind: "changed"; token: string; expiresAt: Date | undefined }
  | { kind: "wrong" }
  | { kind: "locked"; retryAfterSeconds: number };

/**
 * Changes one's own password. The current one is asked under the same limits as at sign-in, all sessions end, and the
 * device it was changed on gets a new one.
 */
export async function changePassword(writer: Writer, change: Change): Promise<Outcome> {
  const { viewer, now } = writer;
  const { allianceId, userId: accountId } = viewer;
  const account = await database
    .selectFrom("account")
    .select(["id", "login", "organizationId", "passwordHash"])
    .where("allianceId", "=", allianceId)
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  const judged = await judgeAttempt({ login: account.login, address: change.address, now }, async () =>
    (await passwordMatches(account.passwordHash, change.current)) ? true : undefined,
  );
  if (judged.kind !== "right") return judged;
  const passwordHash = await hashPassword(change.password);
  return inTransaction(async (trx) => {
    const session = await trx
      .selectFrom("session")
      .select("remembered")
      .where("allianceId", "=", allianceId)
      .where("id", "=", change.sessionId ?? null)
      .executeTakeFirst();
    await trx
      .updateTable("account")
      .set({ passwordHash, mustChangePassword: false, updatedAt: now })
      .where("allianceId", "=", allianceId)
      .where("id", "=", accountId)
      .execute();
    await endSessions({ allianceId, accountId }, {}, trx);
    await record(writer, "account.passwordChanged", account, trx);
    const remembered = session?.remembered ?? false;
    const started = await startSession(
      { allianceId, id: accountId },
      { remembered, userAgent: change.userAgent, now },
      trx,
    );
    return { kind: "changed" as const, ...started };
  });
}
