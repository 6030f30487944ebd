import { database } from "#app/database.server.ts";
import { judgeAttempt } from "./attempts.server.ts";
import { normalizeLogin } from "./login.ts";
import { passwordMatches } from "./password.server.ts";
import { startSession } from "./session.server.ts";

type SignIn = {
  login: string;
  password: string;
  remembered: boolean;
  address: string;
  userAgent: string | null;
  now: Date;
};
type Outcome =
  | { kind: "signed-in"; token: string; expiresAt: Date | undefined }
  | { kind: "wrong" }
  | { kind: "locked"; retryAfterSeconds: number };

/** Signs in, or counts the failure. */
export async function signIn(attempt: SignIn): Promise<Outcome> {
  const { address, now } = attempt;
  const login = normalizeLogin(attempt.login).slice(0, 100);
  const judged = await judgeAttempt({ login, address, now }, async () => {
    const account = await database
      .selectFrom("account")
      .select(["allianceId", "id", "passwordHash"])
      .where("login", "=", login)
      .where("endedAt", "is", null)
      .executeTakeFirst();
    return (await passwordMatches(account?.passwordHash, attempt.password)) ? account : undefined;
  });
  if (judged.kind !== "right") return judged;
  return { kind: "signed-in", ...(await startSession(judged.value, attempt)) };
}

/** Who can be tried out, as long as there is a sample alliance. */
export function listSampleAccounts() {
  return database
    .selectFrom("account")
    .innerJoin("alliance", "alliance.id", "account.allianceId")
    .where("alliance.sampleAsOf", "is not", null)
    .where("account.endedAt", "is", null)
    .select(["account.login", "account.name"])
    .orderBy("account.id")
    .limit(12)
    .execute();
}

/** Failures and sessions that no longer matter. */
export async function forgetExpired(now: Date) {
  await database
    .deleteFrom("signInFailure")
    .where("at", "<", new Date(now.getTime() - 24 * 60 * 60 * 1000))
    .execute();
  await database.deleteFrom("session").where("expiresAt", "<", now).execute();
}
