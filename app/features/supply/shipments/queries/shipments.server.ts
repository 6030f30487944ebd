import { type SqlBool, sql } from "kysely";
import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";
import { type Db, database, type Trx } from "#app/database.server.ts";
import type { PageKey } from "#app/http/page-key.server.ts";
import { visibleSupply } from "../../visible.server.ts";
import type { ShipmentFilter } from "../filter.ts";
import type { ShipmentState } from "../kinds.ts";

/** An event that still stands. */
const stands = (column: "dispatch_event_id" | "receipt_event_id") => sql<SqlBool>`not exists (
  select from event v where v.alliance_id = line.alliance_id and v.voids_event_id = line.${sql.raw(column)})`;

/** Where a shipment stands: what was sent or received and voided since was not. The ledger is the truth. */
const standing = sql<ShipmentState>`case when shipment.state not in ('dispatched', 'received') then shipment.state
  else coalesce((
    select case bool_and(line.receipt_event_id is not null and ${stands("receipt_event_id")})
      when true then 'received' when false then 'dispatched' end
    from shipment_line line where line.alliance_id = shipment.alliance_id and line.shipment_id = shipment.id
      and ${stands("dispatch_event_id")}), 'confirmed') end`;

const townOfVillage = (side: "supplier" | "buyer") =>
  sql<
    string | null
  >`case when ${sql.ref(`${side}.kind`)} = 'village' then ${sql.ref(`${side}.townCode`)} end`;

const shipments = (viewer: Viewer, db: Db | Trx) =>
  db
    .selectFrom("shipment")
    .innerJoin("organization as supplier", (join) =>
      join
        .onRef("supplier.allianceId", "=", "shipment.allianceId")
        .onRef("supplier.id", "=", "shipment.supplierId"),
    )
    .innerJoin("organization as buyer", (join) =>
      join.onRef("buyer.allianceId", "=", "shipment.allianceId").onRef("buyer.id", "=", "shipment.buyerId"),
    )
    .innerJoin("species", "species.code", "shipment.species")
    .where(visibleSupply(viewer, "shipment"))
    .select([
      "shipment.id",
      "shipment.code",
      "shipment.agreementId",
      "shipment.supplierId",
      "supplier.name as supplierName",
      "shipment.buyerId",
      "buyer.name as buyerName",
      "shipment.askedBy",
      "shipment.purpose",
      "shipment.species",
      "species.nameZh as speciesZh",
      "species.nameEn as speciesEn",
      "shipment.plannedOn",
      "shipment.plannedG",
      "shipment.vehicle",
      "shipment.waterTemperature",
      "shipment.cancelReason",
      "shipment.note",
    ])
    .select([
      standing.as("state"),
      townOfVillage("supplier").as("supplierTown"),
      townOfVillage("buyer").as("buyerTown"),
    ]);

/** A page of shipments, the last planned first, with what was sent and accepted. */
export async function listShipments(
  viewer: Viewer,
  filter: ShipmentFilter,
  { after, limit }: { after?: PageKey; limit: number },
  db: Db = database,
) {
  const { state, supplier, buyer, agreement, month } = filter;
  const sum = (mass: ReturnType<typeof sql>, column: "dispatch_event_id" | "receipt_event_id") =>
    sql<number>`(select coalesce(sum(${mass}), 0)::bigint from shipment_line line
      join event e on e.alliance_id = line.alliance_id and e.id = line.${sql.raw(column)}
      where line.alliance_id = shipment.alliance_id and line.shipment_id = shipment.id
        and ${stands("dispatch_event_id")} and ${stands(column)})`;
  const rows = await shipments(viewer, db)
    .select([
      sum(sql`e.mass_g`, "dispatch_event_id").as("sentG"),
      sum(sql`e.mass_g`, "receipt_event_id").as("acceptedG"),
    ])
    .$if(state !== undefined, (query) => query.where(standing, "=", state as ShipmentState))
    .$if(supplier !== undefined, (query) => query.where("shipment.supplierId", "=", supplier as string))
    .$if(buyer !== undefined, (query) => query.where("shipment.buyerId", "=", buyer as string))
    .$if(agreement !== undefined, (query) => query.where("shipment.agreementId", "=", agreement as string))
    .$if(month !== undefined, (query) =>
      query.where(sql<SqlBool>`date_trunc('month', shipment.planned_on) = ${`${month}-01`}::date`),
    )
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(shipment.planned_on, shipment.id) < (${after?.sortKey}::date, ${after?.id}::uuid)`,
      ),
    )
    .orderBy("shipment.plannedOn", "desc")
    .orderBy("shipment.id", "desc")
    .limit(limit + 1)
    .execute();
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit),
    next: rows.length > limit && last ? { sortKey: last.plannedOn, id: last.id } : undefined,
  };
}
export type ListedShipment = Awaited<ReturnType<typeof listShipments>>["items"][number];

export const findShipment = (viewer: Viewer, id: string, db: Db | Trx = database) =>
  shipments(viewer, db).where("shipment.id", "=", id).executeTakeFirst();
export type FoundShipment = NonNullable<Awaited<ReturnType<typeof findShipment>>>;

/**
 * What is on a lorry that the viewer has found. The buyer is told of the source what was disclosed; what is left of a
 * withdrawal goes with the fish, and everybody concerned sees it.
 */
export const listLines = (viewer: Viewer, shipmentId: string, db: Db | Trx = database) => {
  const own = ownOrganizationId(viewer) ?? null;
  const disclosed = sql<boolean>`(${own}::uuid is distinct from shipment.buyer_id or exists (
    select from lot_disclosure d where d.alliance_id = line.alliance_id and d.lot_id = line.lot_id
      and d.to_organization_id = shipment.buyer_id and d.what = 'origin' and d.to_at is null))`;
  return db
    .selectFrom("shipmentLine as line")
    .innerJoin("shipment", (join) =>
      join.onRef("shipment.allianceId", "=", "line.allianceId").onRef("shipment.id", "=", "line.shipmentId"),
    )
    .innerJoin("lot", (join) =>
      join.onRef("lot.allianceId", "=", "line.allianceId").onRef("lot.id", "=", "line.lotId"),
    )
    .innerJoin("event as sent", (join) =>
      join.onRef("sent.allianceId", "=", "line.allianceId").onRef("sent.id", "=", "line.dispatchEventId"),
    )
    .leftJoin("event as receipt", (join) =>
      join
        .onRef("receipt.allianceId", "=", "line.allianceId")
        .onRef("receipt.id", "=", "line.receiptEventId")
        .on(stands("receipt_event_id")),
    )
    .where("line.allianceId", "=", viewer.allianceId)
    .where("line.shipmentId", "=", shipmentId)
    .where(stands("dispatch_event_id"))
    .select([
      "line.dispatchEventId",
      "line.lotId",
      "line.transitLotId",
      "line.count",
      "line.massG",
      "lot.form",
      "lot.species",
      "sent.occurredAt as sentAt",
      "receipt.id as receiptId",
      "receipt.occurredAt as receivedAt",
      "receipt.massG as acceptedG",
      "receipt.reason",
    ])
    .select([
      sql<string | null>`case when ${disclosed} then lot.code end`.as("lotCode"),
      sql<number | null>`(receipt.details->>'returnedG')::bigint`.as("returnedG"),
      sql<number | null>`(receipt.details->>'deadG')::bigint`.as("deadG"),
      sql<number | null>`(receipt.details->>'differenceG')::bigint`.as("differenceG"),
      sql<boolean>`exists (select from lot_withdrawal w where w.alliance_id = line.alliance_id
        and w.lot_id = line.transit_lot_id and w.ended_on is null and w.voided_by is null)`.as("isWithheld"),
      sql<
        { id: string; name: string }[]
      >`coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name))
        from event_file ef join file f on f.alliance_id = ef.alliance_id and f.id = ef.file_id
        where ef.alliance_id = line.alliance_id and ef.event_id = receipt.id), '[]')`.as("pictures"),
    ])
    .orderBy("line.dispatchEventId")
    .limit(20)
    .execute();
};
export type ShipmentLine = Awaited<ReturnType<typeof listLines>>[number];

/** A picture taken at the receipt of a shipment that the viewer may see. */
export const findReceiptPicture = (
  viewer: Viewer,
  { shipmentId, fileId }: { shipmentId: string; fileId: string },
  db: Db = database,
) =>
  db
    .selectFrom("shipment")
    .innerJoin("shipmentLine as line", (join) =>
      join.onRef("line.allianceId", "=", "shipment.allianceId").onRef("line.shipmentId", "=", "shipment.id"),
    )
    .innerJoin("eventFile as kept", (join) =>
      join.onRef("kept.allianceId", "=", "line.allianceId").onRef("kept.eventId", "=", "line.receiptEventId"),
    )
    .innerJoin("file", (join) =>
      join.onRef("file.allianceId", "=", "kept.allianceId").onRef("file.id", "=", "kept.fileId"),
    )
    .select(["file.content", "file.mediaType", "file.name"])
    .where(visibleSupply(viewer, "shipment"))
    .where("shipment.id", "=", shipmentId)
    .where("file.id", "=", fileId)
    .executeTakeFirst();
