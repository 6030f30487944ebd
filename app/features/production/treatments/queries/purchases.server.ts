import { sql } from "kysely";
import { insertAudited, type Subject } from "#app/audit/rows.server.ts";
import type { Viewer, Writer } from "#app/auth/viewer.ts";
import { type Db, database, inTransaction, type Trx } from "#app/database.server.ts";
import type { DoseUnit } from "../dose.ts";
import type { NewPurchase } from "../schema.ts";

const subject: Subject = {
  table: "drugPurchase",
  kind: "purchase",
  label: (row) => String(row.drugName ?? row.drugId),
  organizationId: (row) => String(row.organizationId),
  unlisted: [],
};

/** What was bought; the same id again is the same purchase. */
export const insertPurchases = (writer: Writer, purchases: NewPurchase[], outer?: Trx) =>
  inTransaction((trx) => insertAudited(writer, subject, purchases, trx), outer);

/** The newest first. The caller asks whether the viewer may know them. */
export const listPurchases = (
  { allianceId }: Viewer,
  { organizationId, since, limit }: { organizationId: string; since?: string; limit: number },
  db: Db = database,
) =>
  db
    .selectFrom("drugPurchase as purchase")
    .leftJoin("drug", "drug.id", "purchase.drugId")
    .where("purchase.allianceId", "=", allianceId)
    .where("purchase.organizationId", "=", organizationId)
    .$if(since !== undefined, (query) => query.where("purchase.boughtOn", ">=", since as string))
    .select([
      "purchase.id",
      "purchase.drugName",
      "drug.nameZh",
      "drug.nameEn",
      "purchase.approvalNumber",
      "purchase.batch",
      "purchase.amount",
      "purchase.unit",
      "purchase.boughtOn",
      "purchase.supplier",
      "purchase.invoice",
    ])
    .orderBy("purchase.boughtOn", "desc")
    .orderBy("purchase.id")
    .limit(limit)
    .execute();
export type Purchase = Awaited<ReturnType<typeof listPurchases>>[number];

/**
 * What is left of each drug: purchases less the doses given up to a day at the sites it operated then; below zero where
 * more was given than is known to have been bought. Kilograms count as grams, litres as millilitres.
 */
export async function listDrugStock(
  { allianceId }: Viewer,
  { organizationId, today }: { organizationId: string; today: string },
  db: Db = database,
) {
  const { rows } = await sql<{
    drugId: string | null;
    drugName: string | null;
    nameZh: string | null;
    nameEn: string | null;
    unit: DoseUnit;
    bought: number;
    used: number;
  }>`
    with moved as (
      select drug_id, drug_name, unit, amount as bought, 0 as used from drug_purchase
        where alliance_id = ${allianceId} and organization_id = ${organizationId} and bought_on <= ${today}::date
      union all
      select e.details ->> 'drugId', e.details ->> 'drugName', e.details ->> 'unit', 0, dose.amount from event e
        cross join lateral jsonb_to_recordset(e.details -> 'doses') as dose ("on" date, amount numeric)
        where e.alliance_id = ${allianceId} and e.kind = 'treatment' and dose."on" <= ${today}::date
          and e.details ->> 'operatorId' = ${organizationId}
          and not exists (select from event v where v.alliance_id = e.alliance_id and v.voids_event_id = e.id)
    ), even as (
      select drug_id, case when drug_id is null then drug_name end as drug_name,
        case unit when 'kg' then 'g' when 'l' then 'ml' else unit end as unit,
        bought * case when unit in ('kg', 'l') then 1000 else 1 end as bought,
        used * case when unit in ('kg', 'l') then 1000 else 1 end as used
      from moved
    )
    select even.drug_id, even.drug_name, drug.name_zh, drug.name_en, even.unit, sum(bought) as bought, sum(used) as used
    from even left join drug on drug.id = even.drug_id
    group by even.drug_id, even.drug_name, drug.name_zh, drug.name_en, drug.sort_order, even.unit
    order by drug.sort_order nulls last, even.drug_name, even.unit limit 300`.execute(db);
  return rows.map((row) => ({ ...row, left: row.bought - row.used }));
}
export type DrugStock = Awaited<ReturnType<typeof listDrugStock>>[number];
