import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { lotForms } from "#app/features/production/kinds.ts";
import { lotFilter } from "#app/features/production/lot-filter.ts";
import { findLot, listLotLinks, listLotMarks } from "#app/features/production/queries/find-lot.server.ts";
import { type ListedLot, listLots } from "#app/features/production/queries/list-lots.server.ts";
import { writePageKey } from "#app/http/page-key.server.ts";
import { problem } from "#app/http/problem.server.ts";
import { formatDay } from "#app/i18n/format.ts";
import { answers, listOf } from "./answers.ts";
import { filterParameters, paging } from "./parameters.server.ts";
import type { ApiEnv } from "./request.server.ts";

const lot = z
  .object({
    id: z.uuid(),
    code: z.string(),
    form: z.enum(lotForms),
    species: z.string(),
    siteId: z.uuid(),
    site: z.string(),
    operatorId: z.uuid(),
    operator: z.string(),
    count: z.int().nullable().openapi({ description: "Fish; null: not countable" }),
    massG: z.int().openapi({ description: "Grams" }),
    startedOn: z.iso.date(),
    lastWeighedOn: z.iso.date().nullable(),
    withheld: z.boolean().openapi({ description: "May not go to food yet: a withdrawal or a hold" }),
  })
  .openapi("Lot");

const lotDetail = z
  .object({
    id: z.uuid(),
    code: z.string(),
    form: z.enum(lotForms),
    species: z.string(),
    siteId: z.uuid(),
    site: z.string(),
    operatorId: z.uuid(),
    operator: z.string(),
    count: z.int().nullable(),
    massG: z.int(),
    startedOn: z.iso.date(),
    revision: z.int().openapi({ description: "Moved on by every event of the lot" }),
    links: z.array(
      z.object({
        direction: z.enum(["from", "to"]),
        code: z.string(),
        count: z.int().nullable(),
        massG: z.int(),
        on: z.iso.date(),
      }),
    ),
    withdrawals: z.array(
      z.object({
        lastDoseOn: z.iso.date(),
        degreeDays: z.int().nullable(),
        days: z.int().nullable(),
        endedOn: z.iso.date().nullable(),
        expectedFrom: z.iso.date().nullable(),
        expectedTo: z.iso.date().nullable(),
      }),
    ),
    holds: z.array(z.object({ kind: z.string(), reason: z.string().nullable(), lifted: z.boolean() })),
  })
  .openapi("LotDetail");

const list = createRoute({
  method: "get",
  path: "/lots",
  operationId: "listLots",
  summary: "Lots with fish in them, by code",
  request: {
    query: z.strictObject({ ...filterParameters(lotFilter), ...paging({ most: 500, ordinary: 50 }) }),
  },
  responses: answers(listOf(lot), { description: "A page of the list" }),
});

const one = createRoute({
  method: "get",
  path: "/lots/{code}",
  operationId: "getLot",
  summary: "One lot with its sources, destinations and what withholds it",
  request: { params: z.object({ code: z.string() }), query: z.strictObject({}) },
  responses: answers(lotDetail, { description: "The lot", refusals: [404] }),
});

const itemOf = (row: ListedLot) => ({
  ...{
    id: row.id,
    code: row.code,
    form: row.form,
    species: row.species,
    siteId: row.siteId,
    site: row.siteName,
  },
  ...{ operatorId: row.operatorId, operator: row.operatorName, count: row.count, massG: row.massG },
  startedOn: formatDay(row.startedAt),
  lastWeighedOn: row.lastWeighedAt && formatDay(row.lastWeighedAt),
  withheld: row.isWithheld,
});

export function addLots(api: OpenAPIHono<ApiEnv>) {
  api.openapi(list, async (c) => {
    const { limit, after, ...filter } = c.req.valid("query");
    const page = await listLots(c.get("viewer"), filter, { after, limit, today: c.get("today") });
    return c.json({ items: page.items.map(itemOf), next: page.next ? writePageKey(page.next) : null }, 200);
  });
  api.openapi(one, async (c) => {
    const viewer = c.get("viewer");
    const row = await findLot(viewer, c.req.valid("param").code);
    if (!row) return problem(404);
    const [links, { withdrawals, holds }] = await Promise.all([
      listLotLinks(viewer, row.id),
      listLotMarks(viewer, row.id),
    ]);
    const { id, code, form, species, siteId, siteName, operatorId, operatorName, count, massG, revision } =
      row;
    return c.json(
      {
        ...{ id, code, form, species, siteId, site: siteName, operatorId, operator: operatorName },
        ...{ count, massG, revision, startedOn: formatDay(row.startedAt) },
        links: links.map(({ direction, occurredAt, ...link }) => ({
          ...{ direction, code: link.code, count: link.count, massG: link.massG },
          on: formatDay(occurredAt),
        })),
        withdrawals: withdrawals.map(
          ({ lastDoseOn, degreeDays, days, endedOn, expectedFrom, expectedTo }) => ({
            ...{ lastDoseOn, degreeDays, days, endedOn, expectedFrom, expectedTo },
          }),
        ),
        holds: holds.map(({ kind, reason, liftedAt }) => ({ kind, reason, lifted: liftedAt !== null })),
      },
      200,
    );
  });
}
