import { v7 as uuidv7 } from "uuid";
import { database } from "#app/database.server.ts";
import { passwordMatches } from "./password.server.ts";
import { startSession } from "./session.server.ts";

const windowMs = 15 * 60 * 1000;
/** Wrong sign-ins within the window: for one account from one address, and from one address altogether. */
const allowed = { account: 5, address: 100 };

type Attempt = {
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

/**
 * Signs in, or counts the failure. The attempt is written before it is judged, so that a hundred at once pass the
 * limit no better than one after another; others at the same address are not locked out by one account's failures.
 */
export async function signIn(attempt: Attempt): Promise<Outcome> {
  const { address, now } = attempt;
  const login = attempt.login.trim().toLowerCase().slice(0, 100);
  const attemptId = uuidv7();
  await database.insertInto("signInFailure").values({ id: attemptId, login, address, at: now }).execute();
  const failures = await recentFailures({ login, address, now });
  if (failures.account > allowed.account || failures.address > allowed.address) {
    await database.deleteFrom("signInFailure").where("id", "=", attemptId).execute();
    const waited = now.getTime() - (failures.oldest ?? now).getTime();
    return { kind: "locked", retryAfterSeconds: Math.max(1, Math.ceil((windowMs - waited) / 1000)) };
  }
  const account = await database
    .selectFrom("account")
    .select(["allianceId", "id", "passwordHash"])
    .where("login", "=", login)
    .where("endedAt", "is", null)
    .executeTakeFirst();
  const matches = await passwordMatches(account?.passwordHash, attempt.password);
  if (!account || !matches) return { kind: "wrong" };
  await database
    .deleteFrom("signInFailure")
    .where("login", "=", login)
    .where("address", "=", address)
    .execute();
  return { kind: "signed-in", ...(await startSession(account, attempt)) };
}

async function recentFailures({ login, address, now }: { login: string; address: string; now: Date }) {
  return database
    .selectFrom("signInFailure")
    .where("address", "=", address)
    .where("at", ">", new Date(now.getTime() - windowMs))
    .select(({ fn }) => [
      fn.countAll<number>().as("address"),
      fn.countAll<number>().filterWhere("login", "=", login).as("account"),
      fn.min("at").as("oldest"),
    ])
    .executeTakeFirstOrThrow();
}

/** Failures and sessions that no longer matter. */
export async function forgetExpired(now: Date) {
  await database
    .deleteFrom("signInFailure")
    .where("at", "<", new Date(now.getTime() - 24 * 60 * 60 * 1000))
    .execute();
  await database.deleteFrom("session").where("expiresAt", "<", now).execute();
}
