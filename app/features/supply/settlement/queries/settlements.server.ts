import { type SqlBool, sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import type { PageKey } from "#app/http/page-key.server.ts";
import { jsonRows } from "#db/json-rows.server.ts";
import { seesPrices } from "../../access.ts";
import { visibleSupply } from "../../visible.server.ts";
import type { SettlementFilter } from "../filter.ts";
import type { Standing } from "../kinds.ts";
import { paidFen, standing } from "./standing.server.ts";

/** A statement is nothing but money: whoever may not know prices finds none. */
const settlements = (viewer: Viewer, today: string, db: Db) =>
  db
    .selectFrom("settlement")
    .innerJoin("agreement", (join) =>
      join
        .onRef("agreement.allianceId", "=", "settlement.allianceId")
        .onRef("agreement.id", "=", "settlement.agreementId"),
    )
    .innerJoin("organization as supplier", (join) =>
      join
        .onRef("supplier.allianceId", "=", "agreement.allianceId")
        .onRef("supplier.id", "=", "agreement.supplierId"),
    )
    .innerJoin("organization as buyer", (join) =>
      join.onRef("buyer.allianceId", "=", "agreement.allianceId").onRef("buyer.id", "=", "agreement.buyerId"),
    )
    .where(visibleSupply(viewer, "agreement"))
    .where(sql.lit<SqlBool>(seesPrices(viewer)))
    .select([
      "settlement.id",
      "settlement.code",
      "settlement.agreementId",
      "agreement.code as agreementCode",
      "agreement.supplierId",
      "supplier.name as supplierName",
      "agreement.buyerId",
      "buyer.name as buyerName",
      "settlement.fromOn",
      "settlement.toOn",
      "settlement.payableFen",
      "settlement.carriedOverFen",
    ])
    .select([paidFen.as("paidFen"), standing(today).as("standing")]);

/** A page of statements, the newest period first. */
export async function listSettlements(
  viewer: Viewer,
  filter: SettlementFilter,
  { today, after, limit }: { today: string; after?: PageKey; limit: number },
  db: Db = database,
) {
  const { standing: wanted, supplier, buyer, agreement } = filter;
  const rows = await settlements(viewer, today, db)
    .$if(wanted !== undefined, (query) => query.where(standing(today), "=", wanted as Standing))
    .$if(supplier !== undefined, (query) => query.where("agreement.supplierId", "=", supplier as string))
    .$if(buyer !== undefined, (query) => query.where("agreement.buyerId", "=", buyer as string))
    .$if(agreement !== undefined, (query) => query.where("settlement.agreementId", "=", agreement as string))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(settlement.to_on, settlement.id) < (${after?.sortKey}::date, ${after?.id}::uuid)`,
      ),
    )
    .orderBy("settlement.toOn", "desc")
    .orderBy("settlement.id", "desc")
    .limit(limit + 1)
    .execute();
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit),
    next: rows.length > limit && last ? { sortKey: last.toOn, id: last.id } : undefined,
  };
}
export type ListedSettlement = Awaited<ReturnType<typeof listSettlements>>["items"][number];

/** A statement with what both sides said to it. */
export const findSettlement = (viewer: Viewer, id: string, today: string, db: Db = database) =>
  settlements(viewer, today, db)
    .leftJoin("settlement as old", (join) =>
      join
        .onRef("old.allianceId", "=", "settlement.allianceId")
        .onRef("old.id", "=", "settlement.correctsId"),
    )
    .leftJoin("settlement as later", (join) =>
      join
        .onRef("later.allianceId", "=", "settlement.allianceId")
        .onRef("later.correctsId", "=", "settlement.id"),
    )
    .where("settlement.id", "=", id)
    .select([
      "agreement.supplierEntity",
      "agreement.buyerEntity",
      "settlement.totalFen",
      "settlement.disputedFen",
      "settlement.silenceConfirmsOn",
      "settlement.writtenAt",
      "settlement.writtenByName",
      "settlement.correctsId",
      "old.code as correctsCode",
      "later.id as correctedById",
    ])
    .select((eb) => [
      // The newest under its agreement: what a correction starts from.
      sql<boolean>`not exists (select from settlement s where s.alliance_id = settlement.alliance_id
        and s.agreement_id = settlement.agreement_id and s.number > settlement.number)`.as("isLast"),
      jsonRows(
        eb
          .selectFrom("settlementAnswer as a")
          .select(["a.side", "a.answer", "a.seq", "a.reason", "a.accountName", "a.answeredAt"])
          .whereRef("a.allianceId", "=", "settlement.allianceId")
          .whereRef("a.settlementId", "=", "settlement.id")
          .orderBy("a.answeredAt")
          .orderBy("a.id")
          .limit(100),
      ).as("answers"),
    ])
    .executeTakeFirst();
export type FoundSettlement = NonNullable<Awaited<ReturnType<typeof findSettlement>>>;

/** The lines of a statement that the viewer has found, each with the lorry it came on. */
export const listSettlementLines = ({ allianceId }: Viewer, settlementId: string, db: Db = database) =>
  db
    .selectFrom("settlementLine as line")
    .leftJoin("shipmentLine as load", (join) =>
      join
        .onRef("load.allianceId", "=", "line.allianceId")
        .onRef("load.receiptEventId", "=", "line.sourceId"),
    )
    .leftJoin("shipment", (join) =>
      join.onRef("shipment.allianceId", "=", "load.allianceId").onRef("shipment.id", "=", "load.shipmentId"),
    )
    .leftJoin("advance", (join) =>
      join.onRef("advance.allianceId", "=", "line.allianceId").onRef("advance.id", "=", "line.sourceId"),
    )
    .where("line.allianceId", "=", allianceId)
    .where("line.settlementId", "=", settlementId)
    .select([
      "line.seq",
      "line.kind",
      "line.sourceId",
      "line.onDay",
      "line.massG",
      "line.fenPerKg",
      "line.amountFen",
      "line.disputed",
      "line.marketFen",
      "line.costFen",
      "line.reason",
      "shipment.id as shipmentId",
      "shipment.code as shipmentCode",
      "advance.note as advanceNote",
    ])
    .orderBy("line.seq")
    .limit(1000)
    .execute();
export type SettlementLine = Awaited<ReturnType<typeof listSettlementLines>>[number];
