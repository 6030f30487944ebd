import { v7 as uuidv7 } from "uuid";
import { database } from "#app/database.server.ts";

const windowMs = 15 * 60 * 1000;
/** Wrong passwords within the window: for one account from one address, and from one address altogether. */
const allowed = { account: 5, address: 100 };

export type Attempt = { login: string; address: string; now: Date };
type Judged<Right> =
  | { kind: "right"; value: Right }
  | { kind: "wrong" }
  | { kind: "locked"; retryAfterSeconds: number };

/**
 * Judges a password and counts the failures; `judge` answers undefined for a wrong one. The attempt is written before it is judged, so that a hundred at once pass
 * the limit no better than one after another; others at the same address are not locked out by one account's failures.
 */
export async function judgeAttempt<Right>(
  attempt: Attempt,
  judge: () => Promise<Right | undefined>,
): Promise<Judged<Right>> {
  const { login, address, now } = attempt;
  const attemptId = uuidv7();
  await database.insertInto("signInFailure").values({ id: attemptId, login, address, at: now }).execute();
  const failures = await recentFailures(attempt);
  const locked = { account: failures.account > allowed.account, address: failures.address > allowed.address };
  if (locked.account || locked.address) {
    await database.deleteFrom("signInFailure").where("id", "=", attemptId).execute();
    const oldest = locked.address ? failures.oldestOfAddress : failures.oldestOfAccount;
    const waited = now.getTime() - (oldest ?? now).getTime();
    return { kind: "locked", retryAfterSeconds: Math.max(1, Math.ceil((windowMs - waited) / 1000)) };
  }
  const value = await judge();
  if (value === undefined) return { kind: "wrong" };
  await database
    .deleteFrom("signInFailure")
    .where("login", "=", login)
    .where("address", "=", address)
    .execute();
  return { kind: "right", value };
}

function recentFailures({ login, address, now }: Attempt) {
  return database
    .selectFrom("signInFailure")
    .where("address", "=", address)
    .where("at", ">", new Date(now.getTime() - windowMs))
    .select(({ fn }) => [
      fn.countAll<number>().as("address"),
      fn.countAll<number>().filterWhere("login", "=", login).as("account"),
      fn.min("at").as("oldestOfAddress"),
      fn.min("at").filterWhere("login", "=", login).as("oldestOfAccount"),
    ])
    .executeTakeFirstOrThrow();
}
