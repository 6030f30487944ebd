import { type SqlBool, sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { sourcesAtMost } from "../kinds.ts";

type Asked = {
  agreementId: string;
  toOn: string;
  /** the statement that is written anew: what stands on it is free */
  correctsId: string | null;
};

/** It stands on no statement that counts; what is disputed there waits for the next. */
const isFree = (source: string, kind: string, correctsId: string | null) =>
  sql<SqlBool>`not exists (
    select from settlement_line line
    join settlement s on s.alliance_id = line.alliance_id and s.id = line.settlement_id
    where line.alliance_id = ${sql.ref(`${source.split(".")[0]}.allianceId`)} and line.source_id = ${sql.ref(source)}
      and line.kind ${sql.raw(kind)} and line.disputed is null and s.id is distinct from ${correctsId}::uuid
      and not exists (select from settlement later where later.alliance_id = s.alliance_id and later.corrects_id = s.id))`;

const day = sql<string>`(receipt.occurred_at at time zone 'Asia/Shanghai')::date`;

/** What was received under an agreement until a day and is not settled yet, the earliest first. */
const listReceipts = ({ allianceId }: Viewer, { agreementId, toOn, correctsId }: Asked, db: Db) =>
  db
    .selectFrom("shipment")
    .innerJoin("shipmentLine as line", (join) =>
      join.onRef("line.allianceId", "=", "shipment.allianceId").onRef("line.shipmentId", "=", "shipment.id"),
    )
    .innerJoin("event as receipt", (join) =>
      join
        .onRef("receipt.allianceId", "=", "line.allianceId")
        .onRef("receipt.id", "=", "line.receiptEventId"),
    )
    .where("shipment.allianceId", "=", allianceId)
    .where("shipment.agreementId", "=", agreementId)
    .where(sql<SqlBool>`${day} <= ${toOn}::date`)
    .where(sql<SqlBool>`not exists (select from event v
      where v.alliance_id = receipt.alliance_id and v.voids_event_id in (receipt.id, line.dispatch_event_id))`)
    .where(isFree("receipt.id", "= 'fish'", correctsId))
    .select(["receipt.id", "shipment.id as shipmentId", "shipment.code as shipmentCode"])
    .select([
      day.as("on"),
      sql<number>`coalesce(receipt.mass_g, 0)::bigint`.as("acceptedG"),
      sql<number>`coalesce((receipt.details->>'deadG')::bigint, 0)`.as("deadG"),
    ])
    .orderBy(day)
    .orderBy("receipt.id")
    .limit(sourcesAtMost)
    .execute();

/** What was given ahead until a day and is not netted yet, with what was taken back of it. */
const listOpenAdvances = ({ allianceId }: Viewer, { agreementId, toOn, correctsId }: Asked, db: Db) =>
  db
    .selectFrom("advance")
    .where("advance.allianceId", "=", allianceId)
    .where("advance.agreementId", "=", agreementId)
    .where("advance.givenOn", "<=", toOn)
    .where(isFree("advance.id", "in ('fry', 'feed', 'drug', 'service', 'money')", correctsId))
    .select(["advance.id", "advance.kind", "advance.givenOn as on", "advance.amountFen", "advance.note"])
    .orderBy("advance.givenOn")
    .orderBy("advance.id")
    .limit(sourcesAtMost)
    .execute();

/** The versions that both sides consented to. */
const listBinding = ({ allianceId }: Viewer, { agreementId }: Asked, db: Db) =>
  db
    .selectFrom("agreementVersion as version")
    .where("version.allianceId", "=", allianceId)
    .where("version.agreementId", "=", agreementId)
    .where(sql<SqlBool>`(select count(*) from agreement_consent c where c.alliance_id = version.alliance_id
      and c.agreement_id = version.agreement_id and c.number = version.number) = 2`)
    .select([
      "version.number",
      "version.effectiveOn",
      "version.priceKind",
      "version.priceFen",
      "version.rewardFen",
      "version.rewardFor",
      "version.waterPermille",
      "version.deadPermille",
    ])
    .orderBy("version.number")
    .limit(100)
    .execute();

/** Of an agreement that the viewer has found: its terms, and what of receipts and advances is to be settled. */
export async function gatherSources(viewer: Viewer, asked: Asked, db: Db = database) {
  const versions = await listBinding(viewer, asked, db);
  const receipts = await listReceipts(viewer, asked, db);
  const advances = await listOpenAdvances(viewer, asked, db);
  return { versions, receipts, advances };
}
export type Sources = Awaited<ReturnType<typeof gatherSources>>;
