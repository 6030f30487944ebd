import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { alarmKinds, alarmStates } from "#app/features/production/water/kinds.ts";
import { type AlarmRow, alarmKey, listAlarms } from "#app/features/production/water/queries/alarms.server.ts";
import { readAlarmFigure } from "#app/features/production/water/read-alarm.ts";
import { alarmFilter } from "#app/features/production/water/schema.ts";
import { writePageKey } from "#app/http/page-key.server.ts";
import { problem } from "#app/http/problem.server.ts";
import { isInstant } from "#app/i18n/day.ts";
import { answers, listOf } from "./answers.ts";
import { filterParameters, paging } from "./parameters.server.ts";
import { type ApiEnv, apiText } from "./request.server.ts";

const instant = z.iso.datetime().nullable();

const alarm = z
  .object({
    id: z.uuid(),
    kind: z.enum(alarmKinds),
    state: z.enum(alarmStates),
    siteId: z.uuid(),
    siteCode: z.string(),
    site: z.string(),
    organization: z.string().openapi({ description: "Who operates the site" }),
    town: z.string(),
    townCode: z.string(),
    device: z.string().nullable().openapi({ description: "The sensor that is silent" }),
    raisedAt: z.iso.datetime(),
    lastAt: z.iso.datetime().openapi({ description: "The last reading beyond the threshold" }),
    recoveredAt: instant.openapi({ description: "null: not yet" }),
    worst: z.number().nullable(),
    threshold: z.number().nullable(),
    unit: z.string().nullable(),
    times: z.int().openapi({ description: "How often it sounded" }),
    acknowledgedAt: instant,
    acknowledgedBy: z.string().nullable(),
    closedAt: instant,
    closedBy: z.string().nullable(),
    closedNote: z.string().nullable(),
  })
  .openapi("Alarm");

const list = createRoute({
  method: "get",
  path: "/alarms",
  operationId: "listAlarms",
  summary: "Water alarms, the latest first; without a state those that are not closed",
  request: {
    query: z.strictObject({ ...filterParameters(alarmFilter), ...paging({ most: 500, ordinary: 50 }) }),
  },
  responses: answers(listOf(alarm), { description: "A page of the list" }),
});

const iso = (at: Date | null) => at?.toISOString() ?? null;
const itemOf = (row: AlarmRow): z.infer<typeof alarm> => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  siteId: row.siteId,
  siteCode: row.siteCode,
  site: row.siteName,
  organization: row.operatorName,
  town: row.townName,
  townCode: row.townCode,
  device: row.deviceName,
  raisedAt: row.raisedAt.toISOString(),
  lastAt: row.lastAt.toISOString(),
  recoveredAt: iso(row.recoveredAt),
  ...readAlarmFigure(row),
  times: row.times,
  acknowledgedAt: iso(row.acknowledgedAt),
  acknowledgedBy: row.acknowledgedBy,
  closedAt: iso(row.closedAt),
  closedBy: row.closedBy,
  closedNote: row.closedNote,
});

export function addAlarms(api: OpenAPIHono<ApiEnv>) {
  api.openapi(list, async (c) => {
    const { limit, after, ...filter } = c.req.valid("query");
    if (after && !isInstant(after.sortKey))
      return problem(400, { parameter: "after", detail: apiText(c)("parameter.after") });
    const page = await listAlarms(c.get("viewer"), filter, { after, limit });
    return c.json(
      { items: page.items.map(itemOf), next: page.next ? writePageKey(alarmKey(page.next)) : null },
      200,
    );
  });
}
