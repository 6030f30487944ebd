import { v7 as uuidv7 } from "uuid";
import { type Db, database } from "#app/database.server.ts";
import { hashToken, newToken } from "./token.server.ts";
import type { Viewer } from "./viewer.ts";

const day = 24 * 60 * 60 * 1000;
/** How long a sign-in lasts without being used, and altogether: on a device that asked to be remembered, and elsewhere. */
const lifetime = {
  remembered: { idle: 90 * day, whole: 90 * day },
  ordinary: { idle: 0.5 * day, whole: 7 * day },
};
/** How stale `last_seen_at` may get before a read refreshes it. */
const seenEvery = 10 * 60 * 1000;

export type Preferences = { language: "zh" | "en"; unit: "kg" | "jin"; theme: "system" | "light" | "dark" };

/** One signed-in request: who looks, what they prefer, and the alliance around them. */
export type Visit = {
  viewer: Viewer;
  sessionId?: string;
  login: string;
  mustChangePassword: boolean;
  preferences: Preferences;
  alliance: { id: string; name: string; countyCode: string; countyName: string; sampleAsOf: string | null };
  organizationName: string | null;
  townName: string | null;
};

export async function startSession(
  account: { allianceId: string; id: string },
  { remembered, userAgent, now }: { remembered: boolean; userAgent: string | null; now: Date },
  db: Db = database,
) {
  const token = newToken();
  const expiresAt = expiry({ remembered, createdAt: now, now });
  await db
    .insertInto("session")
    .values({
      allianceId: account.allianceId,
      id: uuidv7(),
      accountId: account.id,
      tokenHash: hashToken(token),
      remembered,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
      userAgent: userAgent?.slice(0, 200) ?? null,
    })
    .execute();
  return { token, expiresAt: remembered ? expiresAt : undefined };
}

/** The visit behind a session token; undefined when it is unknown, expired, or its account has ended. */
export async function findVisit(token: string, now: Date, db: Db = database): Promise<Visit | undefined> {
  const row = await accountsWithSurroundings(db)
    .innerJoin("session", (join) =>
      join
        .onRef("session.allianceId", "=", "account.allianceId")
        .onRef("session.accountId", "=", "account.id"),
    )
    .select([
      "session.id as sessionId",
      "session.lastSeenAt",
      "session.remembered",
      "session.createdAt as sessionCreatedAt",
    ])
    .where("session.tokenHash", "=", hashToken(token))
    .where("session.expiresAt", ">", now)
    .executeTakeFirst();
  if (!row) return undefined;
  if (now.getTime() - row.lastSeenAt.getTime() > seenEvery) await touch(row, now, db);
  return { ...visitOf(row), sessionId: row.sessionId };
}

function expiry({ remembered, createdAt, now }: { remembered: boolean; createdAt: Date; now: Date }) {
  const { idle, whole } = remembered ? lifetime.remembered : lifetime.ordinary;
  return new Date(Math.min(now.getTime() + idle, createdAt.getTime() + whole));
}

type SessionRow = { allianceId: string; sessionId: string; remembered: boolean; sessionCreatedAt: Date };

async function touch({ allianceId, sessionId, remembered, sessionCreatedAt }: SessionRow, now: Date, db: Db) {
  await db
    .updateTable("session")
    .set({ lastSeenAt: now, expiresAt: expiry({ remembered, createdAt: sessionCreatedAt, now }) })
    .where("allianceId", "=", allianceId)
    .where("id", "=", sessionId)
    .execute();
}

/** Accounts that may act, joined with what every page shows around them. */
export function accountsWithSurroundings(db: Db) {
  return db
    .selectFrom("account")
    .innerJoin("alliance", "alliance.id", "account.allianceId")
    .leftJoin("organization", (join) =>
      join
        .onRef("organization.allianceId", "=", "account.allianceId")
        .onRef("organization.id", "=", "account.organizationId"),
    )
    .leftJoin("town", "town.code", "account.townCode")
    .where("account.endedAt", "is", null)
    .select([
      "account.allianceId",
      "account.id as accountId",
      "account.login",
      "account.name",
      "account.role",
      "account.townCode",
      "account.organizationId",
      "account.language",
      "account.unit",
      "account.theme",
      "account.mustChangePassword",
      "alliance.name as allianceName",
      "alliance.countyCode",
      "alliance.countyName",
      "alliance.sampleAsOf",
      "organization.name as organizationName",
      "town.name as townName",
    ]);
}

type AccountRow = NonNullable<
  Awaited<ReturnType<ReturnType<typeof accountsWithSurroundings>["executeTakeFirst"]>>
>;

export function visitOf(row: AccountRow): Visit {
  return {
    viewer: {
      allianceId: row.allianceId,
      userId: row.accountId,
      name: row.name,
      role: row.role,
      ...(row.townCode !== null && { townCode: row.townCode }),
      ...(row.organizationId !== null && { organizationId: row.organizationId }),
    } as Viewer, // the table's CHECK ties role to town and organization
    login: row.login,
    mustChangePassword: row.mustChangePassword,
    preferences: { language: row.language, unit: row.unit, theme: row.theme } as Preferences,
    alliance: {
      id: row.allianceId,
      name: row.allianceName,
      countyCode: row.countyCode,
      countyName: row.countyName,
      sampleAsOf: row.sampleAsOf,
    },
    organizationName: row.organizationName,
    townName: row.townName,
  };
}

export async function endSession(token: string, db: Db = database) {
  await db.deleteFrom("session").where("tokenHash", "=", hashToken(token)).execute();
}

/** Where an account is signed in, the latest seen first. */
export function listSessions(viewer: Viewer, now: Date, db: Db = database) {
  return db
    .selectFrom("session")
    .select(["id", "createdAt", "lastSeenAt", "remembered", "userAgent"])
    .where("allianceId", "=", viewer.allianceId)
    .where("accountId", "=", viewer.userId)
    .where("expiresAt", ">", now)
    .orderBy("lastSeenAt", "desc")
    .limit(50)
    .execute();
}

/** Ends the sessions of an account: all of them, all but one, or one. */
export async function endSessions(
  account: { allianceId: string; accountId: string },
  { except, only }: { except?: string; only?: string } = {},
  db: Db = database,
) {
  await db
    .deleteFrom("session")
    .where("allianceId", "=", account.allianceId)
    .where("accountId", "=", account.accountId)
    .$if(except !== undefined, (query) => query.where("id", "!=", except as string))
    .$if(only !== undefined, (query) => query.where("id", "=", only as string))
    .execute();
}
