import { sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import type { EventBody } from "../events/registry.ts";
import { visibleProduction } from "../visible.server.ts";

type Row = {
  allianceId: string;
  id: string;
  kind: EventBody["kind"];
  siteId: string;
  occurredAt: Date;
  recordedAt: Date;
  accountId: string | null;
  onBehalf: boolean;
  count: number | null;
  massG: number | null;
  meanG: number | null;
  doubts: string[];
  isVoided: boolean;
  /** why it waits; null: it is booked */
  waiting: WhyWaiting | null;
};
export type WhyWaiting = {
  reason: "short" | "uneven" | "withheld" | "refused";
  shortAt: string | null;
  shortCount: number | null;
  shortMassG: number | null;
  message: string | null;
};

/** What became of entries just written, booked or waiting, in the order they happened. */
export function findRecorded(viewer: Viewer, ids: string[], db: Db = database) {
  const said = sql<Row>`(
    select e.alliance_id, e.id, e.kind, e.site_id, e.occurred_at, e.recorded_at, e.account_id, e.on_behalf, e.count,
      e.mass_g, e.mean_g, e.doubts,
      exists (select from event v where v.alliance_id = e.alliance_id and v.voids_event_id = e.id) as is_voided,
      null::jsonb as waiting
    from event e where e.alliance_id = ${viewer.allianceId} and e.id = any(${ids}::uuid[])
    union all
    select p.alliance_id, p.id, p.kind, p.site_id, p.occurred_at, p.recorded_at, p.account_id, p.on_behalf,
      null, null, null, '{}', false,
      jsonb_build_object('reason', p.reason, 'shortAt', p.short_at, 'shortCount', p.short_count,
        'shortMassG', p.short_mass_g, 'message', p.message)
    from pending_event p
    where p.alliance_id = ${viewer.allianceId} and p.id = any(${ids}::uuid[]) and p.settled_at is null
  )`;
  return db
    .selectFrom(said.as("said"))
    .innerJoin("site", (join) =>
      join.onRef("site.allianceId", "=", "said.allianceId").onRef("site.id", "=", "said.siteId"),
    )
    .selectAll("said")
    .select(["site.name as siteName", "site.operatorId", "site.townCode"])
    .where(visibleProduction(viewer))
    .orderBy("said.occurredAt")
    .orderBy("said.id")
    .execute();
}
export type Recorded = Awaited<ReturnType<typeof findRecorded>>[number];
