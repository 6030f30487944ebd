import { Missing, Refused } from "#app/audit/errors.ts";
import { type Edit, insertAudited, type Subject, updateAudited } from "#app/audit/rows.server.ts";
import { recordAudit } from "#app/audit/write.server.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import { hashPassword, newTemporaryPassword } from "./password.server.ts";
import type { AccountFields } from "./schema.ts";
import { endSessions } from "./session.server.ts";
import type { Writer } from "./viewer.ts";

const subject: Subject = {
  table: "account",
  kind: "account",
  label: (row) => String(row.login),
  organizationId: (row) => (row.organizationId as string | null) ?? null,
  unlisted: ["passwordHash", "mustChangePassword"],
};

export type NewAccount = { id: string; password: string; mustChangePassword?: boolean } & AccountFields;

/** Adds accounts under ids the caller made; answers the ids that are new. A temporary password must be changed first. */
export async function insertAccounts(writer: Writer, accounts: NewAccount[], outer?: Trx) {
  const rows = await Promise.all(
    accounts.map(async ({ password, mustChangePassword = false, ...fields }) => ({
      ...fields,
      mustChangePassword,
      passwordHash: await hashPassword(password),
    })),
  );
  return inTransaction(async (trx) => {
    await refuseMisplaced(writer, accounts, trx);
    return refuseTaken(insertAudited(writer, subject, rows, trx));
  }, outer);
}

/** Each edit carries every field of the form. Nobody changes his own role, and one coordinator always remains. */
export function updateAccounts(writer: Writer, edits: Edit<AccountFields>[], outer?: Trx) {
  return inTransaction(async (trx) => {
    await keepingACoordinator(writer, trx, async () => {
      await refuseMisplaced(
        writer,
        edits.map(({ fields }) => fields as AccountFields),
        trx,
      );
      const changes = await refuseTaken(updateAudited(writer, subject, edits, trx));
      const own = changes.find(({ after }) => after.id === writer.viewer.userId);
      if (own && own.before.role !== own.after.role) throw new Refused("role", "auth:error.ownRole");
    });
  }, outer);
}

/** A password made by the program, to be handed over and changed at the first sign-in; every session ends. */
export async function resetPassword(writer: Writer, id: string) {
  refuseOneself(writer, id);
  const password = newTemporaryPassword();
  const passwordHash = await hashPassword(password);
  await inTransaction(async (trx) => {
    const account = await touchAccount(writer, id, { passwordHash, mustChangePassword: true }, trx);
    if (account.endedAt) throw new Refused("", "auth:error.ended");
    await endSessions({ allianceId: writer.viewer.allianceId, accountId: id }, {}, trx);
    await record(writer, "account.passwordReset", account, trx);
  });
  return password;
}

/** From this moment on neither its sessions nor its tokens open anything. */
export function endAccount(writer: Writer, id: string) {
  refuseOneself(writer, id);
  const { allianceId } = writer.viewer;
  return inTransaction((trx) =>
    keepingACoordinator(writer, trx, async () => {
      const before = await lockAccount(writer, id, trx);
      if (before.endedAt) return;
      const account = await touchAccount(writer, id, { endedAt: writer.now }, trx);
      await endSessions({ allianceId, accountId: id }, {}, trx);
      await trx
        .updateTable("apiToken")
        .set({ revokedAt: writer.now })
        .where("allianceId", "=", allianceId)
        .where("accountId", "=", id)
        .where("revokedAt", "is", null)
        .execute();
      await record(writer, "account.ended", account, trx);
    }),
  );
}

/** The account may sign in again with its password; its tokens stay revoked. */
export function reopenAccount(writer: Writer, id: string) {
  return inTransaction(async (trx) => {
    const before = await lockAccount(writer, id, trx);
    if (!before.endedAt) return;
    await record(writer, "account.reopened", await touchAccount(writer, id, { endedAt: null }, trx), trx);
  });
}

type Account = { id: string; login: string; organizationId: string | null; endedAt: Date | null };

async function lockAccount({ viewer }: Writer, id: string, trx: Trx) {
  const account = await trx
    .selectFrom("account")
    .select(["id", "endedAt"])
    .where("allianceId", "=", viewer.allianceId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!account) throw new Missing();
  return account;
}

async function touchAccount(
  { viewer, now }: Writer,
  id: string,
  change: { passwordHash?: string; mustChangePassword?: boolean; endedAt?: Date | null },
  trx: Trx,
): Promise<Account> {
  const account = await trx
    .updateTable("account")
    .set({ ...change, updatedAt: now })
    .where("allianceId", "=", viewer.allianceId)
    .where("id", "=", id)
    .returning(["id", "login", "organizationId", "endedAt"])
    .executeTakeFirst();
  if (!account) throw new Missing();
  return account;
}

/** What happened to an account, and never a secret. */
export function record(writer: Writer, action: string, account: Omit<Account, "endedAt">, trx: Trx) {
  const { id, login, organizationId } = account;
  const entry = { action, subjectKind: "account" as const, subjectId: id, subjectLabel: login };
  return recordAudit(writer, [{ ...entry, organizationId }], trx);
}

/** An account that is somebody's only way in must not close itself out. */
function refuseOneself(writer: Writer, id: string) {
  if (writer.viewer.userId === id) throw new Refused("", "auth:error.oneself");
}

/** Locks the coordinators first, so that two of them can't end each other at the same moment. */
async function keepingACoordinator(writer: Writer, trx: Trx, change: () => Promise<void>) {
  const coordinators = () =>
    trx
      .selectFrom("account")
      .select("id")
      .where("allianceId", "=", writer.viewer.allianceId)
      .where("role", "=", "coordinator")
      .where("endedAt", "is", null)
      .orderBy("id");
  await coordinators().forUpdate().execute();
  await change();
  if ((await coordinators().limit(1).execute()).length === 0)
    throw new Refused("role", "auth:error.lastCoordinator");
}

/** A town of another county, or a village's keeper in an enterprise. */
async function refuseMisplaced({ viewer }: Writer, accounts: AccountFields[], trx: Trx) {
  const kinds = { village: ["village"], enterprise: ["enterprise", "group"] };
  const ids = accounts.flatMap(({ organizationId }) => organizationId ?? []);
  const organizations = ids.length
    ? await trx
        .selectFrom("organization")
        .select(["id", "kind"])
        .where("allianceId", "=", viewer.allianceId)
        .where("id", "in", ids)
        .execute()
    : [];
  const kindOf = new Map(organizations.map(({ id, kind }) => [id, kind]));
  for (const { role, organizationId } of accounts) {
    if (role !== "village" && role !== "enterprise") continue;
    if (!kinds[role].includes(kindOf.get(organizationId ?? "") ?? ""))
      throw new Refused("organizationId", `auth:error.organizationOf.${role}`);
  }
  const codes = [...new Set(accounts.flatMap(({ townCode }) => townCode ?? []))];
  if (codes.length === 0) return;
  const towns = await trx
    .selectFrom("town")
    .innerJoin("alliance", "alliance.countyCode", "town.countyCode")
    .select("town.code")
    .where("alliance.id", "=", viewer.allianceId)
    .where("town.code", "in", codes)
    .execute();
  if (towns.length < codes.length) throw new Refused("townCode", "error.town");
}

/** Logins are unique over all alliances, because a sign-in can't know its alliance. */
async function refuseTaken<Result>(write: Promise<Result>) {
  try {
    return await write;
  } catch (error) {
    const { constraint_name: constraint } = error as { constraint_name?: string };
    throw constraint === "account_login_key" ? new Refused("login", "auth:error.loginTaken") : error;
  }
}
