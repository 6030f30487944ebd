import { insertAudited, type Subject } from "#app/audit/rows.server.ts";
import { hashPassword } from "#app/auth/password.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import type { Trx } from "#app/database.server.ts";
import type { SamplePlan } from "./plan/plan-sample.ts";

/** Written down nowhere but here and in the block that the start prints. */
const samplePassword = "yulian-sample";

export async function insertAlliance({ alliance }: SamplePlan, now: Date, trx: Trx) {
  await trx
    .insertInto("alliance")
    .values({ ...alliance, createdAt: now })
    .execute();
}

const subject: Subject = {
  table: "account",
  kind: "account",
  label: (row) => String(row.login),
  organizationId: (row) => (row.organizationId as string | null) ?? null,
  unlisted: ["passwordHash"],
};

export async function insertSampleAccounts(writer: Writer, { accounts }: SamplePlan, trx: Trx) {
  const rows = accounts.map(async (account) => ({
    ...account,
    passwordHash: await hashPassword(samplePassword),
  }));
  return insertAudited(writer, subject, await Promise.all(rows), trx);
}
