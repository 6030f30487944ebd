import { type SqlBool, sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { incomeKinds } from "../kinds.ts";

type Asked = { organizationId: string; year?: string };

/** What came to a village that the viewer has found, the newest first. */
export const listIncome = ({ allianceId }: Viewer, { organizationId, year }: Asked, db: Db = database) =>
  db
    .selectFrom("income")
    .leftJoin("household", (join) =>
      join
        .onRef("household.allianceId", "=", "income.allianceId")
        .onRef("household.id", "=", "income.householdId"),
    )
    .leftJoin("organization as payer", (join) =>
      join
        .onRef("payer.allianceId", "=", "income.allianceId")
        .onRef("payer.id", "=", "income.fromOrganizationId"),
    )
    .leftJoin("income as reversal", (join) =>
      join
        .onRef("reversal.allianceId", "=", "income.allianceId")
        .onRef("reversal.reversesId", "=", "income.id"),
    )
    .where("income.allianceId", "=", allianceId)
    .where("income.organizationId", "=", organizationId)
    .$if(year !== undefined, (query) =>
      query.where(sql<SqlBool>`extract(year from income.on_day) = ${Number(year)}`),
    )
    .select([
      "income.id",
      "income.kind",
      "income.onDay",
      "income.amountFen",
      "income.note",
      "income.reversesId",
      "income.writtenByName",
      "household.code as householdCode",
      "payer.name as payerName",
      "reversal.id as reversedBy",
    ])
    .orderBy("income.onDay", "desc")
    .orderBy("income.id", "desc")
    .limit(300)
    .execute();
export type Income = Awaited<ReturnType<typeof listIncome>>[number];

/** By year and kind: what came to the village itself, and to how many households how much. */
export const sumIncome = ({ allianceId }: Viewer, organizationId: string, db: Db = database) =>
  db
    .selectFrom("income")
    .where("income.allianceId", "=", allianceId)
    .where("income.organizationId", "=", organizationId)
    .select("income.kind")
    .select([
      sql<string>`to_char(income.on_day, 'YYYY')`.as("year"),
      sql<number>`coalesce(sum(income.amount_fen) filter (where income.household_id is null), 0)::bigint`.as(
        "villageFen",
      ),
      sql<number>`coalesce(sum(income.amount_fen) filter (where income.household_id is not null), 0)::bigint`.as(
        "householdsFen",
      ),
      sql<number>`count(distinct income.household_id)`.as("households"),
    ])
    .groupBy(["income.kind", sql`to_char(income.on_day, 'YYYY')`])
    .orderBy("year", "desc")
    .orderBy(sql`array_position(${sql.val([...incomeKinds])}::text[], income.kind)`)
    .limit(300)
    .execute();
export type IncomeSum = Awaited<ReturnType<typeof sumIncome>>[number];
