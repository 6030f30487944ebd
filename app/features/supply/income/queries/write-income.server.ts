import { IdTaken, Missing, Refused } from "#app/audit/errors.ts";
import { recordAudit } from "#app/audit/write.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import { refuseFuture } from "../../../members/refuse-future.ts";
import { NotAllowed } from "../../../production/errors.ts";
import { canSeeIncome } from "../access.ts";
import type { incomeKinds } from "../kinds.ts";

export type NewIncome = {
  id: string;
  organizationId: string;
  /** null: the village itself */
  householdCode: string | null;
  kind: (typeof incomeKinds)[number];
  onDay: string;
  amountFen: number;
  fromOrganizationId: string | null;
  note: string | null;
};

/** What came to villages and their households. The same again is passed over. */
export function insertIncome(writer: Writer, incomes: NewIncome[], outer?: Trx) {
  return inTransaction(async (trx) => {
    for (const { onDay } of incomes) refuseFuture(writer, "onDay", onDay);
    for (const { householdCode, ...income } of incomes) {
      const householdId = await householdOf(writer, { householdCode, ...income }, trx);
      await write(writer, { ...income, householdId, reversesId: null }, trx);
    }
  }, outer);
}

/** Takes an income back by a row of its own: what was written stays. Only once. */
export function reverseIncome(
  writer: Writer,
  reversal: { id: string; organizationId: string; reversesId: string; note: string },
  outer?: Trx,
) {
  return inTransaction(async (trx) => {
    const reversed = await trx
      .selectFrom("income")
      .select(["householdId", "kind", "onDay", "amountFen", "fromOrganizationId", "reversesId"])
      .where("allianceId", "=", writer.viewer.allianceId)
      .where("organizationId", "=", reversal.organizationId)
      .where("id", "=", reversal.reversesId)
      .executeTakeFirst();
    if (!reversed) throw new Missing();
    if (reversed.reversesId !== null) throw new Refused("note", "supply:error.reversal");
    await write(writer, { ...reversed, ...reversal, amountFen: -reversed.amountFen }, trx);
  }, outer);
}

type Row = Omit<NewIncome, "householdCode"> & { householdId: string | null; reversesId: string | null };

async function write({ viewer, now }: Writer, row: Row, trx: Trx) {
  const { allianceId } = viewer;
  const organization = await trx
    .selectFrom("organization")
    .select(["id", "name", "townCode", "kind"])
    .where("allianceId", "=", allianceId)
    .where("id", "=", row.organizationId)
    .forUpdate()
    .executeTakeFirst();
  if (!organization) throw new Missing();
  if (!canSeeIncome(viewer, organization)) throw new NotAllowed();
  const there = await trx
    .selectFrom("income")
    .selectAll()
    .where("allianceId", "=", allianceId)
    .where(({ or, eb }) =>
      or([eb("id", "=", row.id), ...(row.reversesId ? [eb("reversesId", "=", row.reversesId)] : [])]),
    )
    .executeTakeFirst();
  if (there && there.id !== row.id) throw new Refused("note", "supply:error.reversal");
  if (there) {
    const names = Object.keys(row) as (keyof Row)[];
    if (names.some((name) => there[name] !== row[name])) throw new IdTaken();
    return;
  }
  await trx
    .insertInto("income")
    .values({ ...row, allianceId, writtenAt: now, writtenByName: viewer.name })
    .execute();
  const { id: organizationId, name: subjectLabel } = organization;
  await recordAudit(
    { viewer, now },
    [
      {
        ...{ organizationId, subjectKind: "income" as const, subjectId: row.id, subjectLabel },
        action: row.reversesId ? "income.reversed" : "income.added",
        after: { incomeKind: row.kind, onDay: row.onDay, note: row.note },
      },
    ],
    trx,
  );
}

async function householdOf(
  { viewer }: Writer,
  { organizationId, householdCode }: Pick<NewIncome, "organizationId" | "householdCode">,
  trx: Trx,
) {
  if (householdCode === null) return null;
  const household = await trx
    .selectFrom("household")
    .select("id")
    .where("allianceId", "=", viewer.allianceId)
    .where("organizationId", "=", organizationId)
    .where("code", "=", householdCode)
    .executeTakeFirst();
  if (!household) throw new Refused("householdCode", "income:error.household");
  return household.id;
}
