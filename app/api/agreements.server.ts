import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { partnershipKinds } from "#app/features/members/kinds.ts";
import { agreementFilter } from "#app/features/supply/filter.ts";
import { agreementStates, priceKinds, suppliedForms } from "#app/features/supply/kinds.ts";
import { type ListedAgreement, listAgreements } from "#app/features/supply/queries/agreements.server.ts";
import { writePageKey } from "#app/http/page-key.server.ts";
import { answers, listOf } from "./answers.ts";
import { filterParameters, paging } from "./parameters.server.ts";
import type { ApiEnv } from "./request.server.ts";

const agreement = z
  .object({
    id: z.uuid(),
    code: z.string(),
    kind: z.enum(partnershipKinds),
    state: z.enum(agreementStates),
    supplierId: z.uuid(),
    supplier: z.string(),
    buyerId: z.uuid(),
    buyer: z.string(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    version: z.int().openapi({ description: "Of the terms in force today" }),
    species: z.string(),
    form: z.enum(suppliedForms),
    priceKind: z.enum(priceKinds),
    priceFen: z.int().nullable().openapi({ description: "Fen per kg; null: the caller may not know it" }),
    agreedG: z.int().openapi({ description: "Grams over the whole term" }),
  })
  .openapi("Agreement");

const itemOf = (row: ListedAgreement) =>
  ({
    id: row.id,
    code: row.code,
    kind: row.kind,
    state: row.state,
    supplierId: row.supplierId,
    supplier: row.supplierName,
    buyerId: row.buyerId,
    buyer: row.buyerName,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    version: row.number,
    species: row.species,
    form: row.form,
    priceKind: row.priceKind,
    priceFen: row.priceFen,
    agreedG: row.agreedG,
  }) satisfies z.infer<typeof agreement>;

const notes = {
  q: { description: "Part of the code, or of a party's name" },
  state: { description: "Without it: all" },
  supplier: { description: "Id of the organization that supplies" },
  buyer: { description: "Id of the organization that buys" },
};

const list = createRoute({
  method: "get",
  path: "/agreements",
  operationId: "listAgreements",
  summary: "Agreements by their code, with the terms in force today",
  request: {
    query: z.strictObject({
      ...filterParameters(agreementFilter, notes),
      ...paging({ most: 500, ordinary: 50 }),
    }),
  },
  responses: answers(listOf(agreement), { description: "A page of the list" }),
});

export function addAgreements(api: OpenAPIHono<ApiEnv>) {
  api.openapi(list, async (c) => {
    const { limit, after, ...filter } = c.req.valid("query");
    const page = await listAgreements(c.get("viewer"), filter, { today: c.get("today"), after, limit });
    return c.json({ items: page.items.map(itemOf), next: page.next ? writePageKey(page.next) : null }, 200);
  });
}
