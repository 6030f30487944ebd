import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { shipmentFilter } from "#app/features/supply/shipments/filter.ts";
import { shipmentPurposes, shipmentStates } from "#app/features/supply/shipments/kinds.ts";
import {
  type ListedShipment,
  listShipments,
} from "#app/features/supply/shipments/queries/shipments.server.ts";
import { writePageKey } from "#app/http/page-key.server.ts";
import { answers, listOf } from "./answers.ts";
import { filterParameters, pagingByDay } from "./parameters.server.ts";
import type { ApiEnv } from "./request.server.ts";

const shipment = z
  .object({
    id: z.uuid(),
    code: z.string(),
    state: z.enum(shipmentStates),
    agreementId: z.uuid().nullable(),
    supplierId: z.uuid(),
    supplier: z.string(),
    buyerId: z.uuid(),
    buyer: z.string(),
    purpose: z.enum(shipmentPurposes),
    species: z.string(),
    plannedOn: z.iso.date(),
    plannedG: z.int().openapi({ description: "Grams" }),
    sentG: z.int().openapi({ description: "Grams that left, by the supplier's scale" }),
    acceptedG: z.int().openapi({ description: "Grams accepted, by the buyer's scale" }),
  })
  .openapi("Shipment");

const itemOf = (row: ListedShipment) =>
  ({
    id: row.id,
    code: row.code,
    state: row.state,
    agreementId: row.agreementId,
    supplierId: row.supplierId,
    supplier: row.supplierName,
    buyerId: row.buyerId,
    buyer: row.buyerName,
    purpose: row.purpose,
    species: row.species,
    plannedOn: row.plannedOn,
    plannedG: row.plannedG,
    sentG: row.sentG,
    acceptedG: row.acceptedG,
  }) satisfies z.infer<typeof shipment>;

const notes = {
  state: { description: "Without it: all" },
  supplier: { description: "Id of the organization that sends" },
  buyer: { description: "Id of the organization that receives" },
  agreement: { description: "Id of the agreement it is under" },
  month: { description: "Of the planned day", example: "2026-03" },
};

const list = createRoute({
  method: "get",
  path: "/shipments",
  operationId: "listShipments",
  summary: "Shipments, the last planned first, with what was sent and accepted",
  request: {
    query: z.strictObject({
      ...filterParameters(shipmentFilter, notes),
      ...pagingByDay({ most: 500, ordinary: 50 }),
    }),
  },
  responses: answers(listOf(shipment), { description: "A page of the list" }),
});

export function addShipments(api: OpenAPIHono<ApiEnv>) {
  api.openapi(list, async (c) => {
    const { limit, after, ...filter } = c.req.valid("query");
    const page = await listShipments(c.get("viewer"), filter, { after, limit });
    return c.json({ items: page.items.map(itemOf), next: page.next ? writePageKey(page.next) : null }, 200);
  });
}
