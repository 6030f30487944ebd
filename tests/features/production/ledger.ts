import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Writer } from "#app/auth/viewer.ts";
import { database } from "#app/database.server.ts";
import { type EventInput, eventBody } from "#app/features/production/events/registry.ts";
import { recordEvents } from "#app/features/production/queries/record-events.server.ts";
import { insertSites } from "#app/features/sites/queries/write-sites.server.ts";
import { makeAlliance, makeSite } from "../../factories.ts";

type OneOf<Event> = Event extends unknown ? Omit<Event, "id" | "accept"> : never;
export type Said = OneOf<EventInput> & { id?: string; accept?: string[] };

/** Every doubt is confirmed unless a test says otherwise. */
export const confirmed = [
  "certificateMissing",
  "density",
  "densityFar",
  "nothingThere",
  "feed",
  "meanFell",
  "meanRose",
  "massMortality",
  "countFar",
  "notEmpty",
  "scaleFar",
  "yield",
  "moreThanBooked",
  "offLabel",
  "unknownDrug",
  "prohibitedDrug",
];

export const bodyOf = (said: Said) =>
  eventBody.parse(
    said.kind === "void" ? { id: uuidv7(), ...said } : { id: uuidv7(), accept: confirmed, ...said },
  );

/** A village of its own with a pond, a second one, a hatchery and a reservoir. */
export async function makeFarm() {
  const alliance = await makeAlliance(["village", "neighbour"], { stocked: false });
  const { village } = alliance.organizations;
  const keeper: Writer = {
    viewer: alliance.viewers.village,
    now: new Date("2026-03-15T02:00:00Z"),
  };
  const made = (["pond", "pond", "hatchery", "water_area", "plant"] as const).map((kind) =>
    makeSite({ kind, organizationId: village.id, volumeM3: kind === "pond" ? 100_000 : null }),
  );
  await insertSites(alliance.writer, made);
  const [pond, otherPond, hatchery, reservoir, plant] = made.map(({ id }) => id) as [
    string,
    string,
    string,
    string,
    string,
  ];
  return {
    alliance,
    keeper,
    sites: { pond, otherPond, hatchery, reservoir, plant },
    record: (...said: Said[]) => recordEvents(keeper, said.map(bodyOf)),
    lot: (id: string) => findLot(alliance.id, id),
  };
}
export type Farm = Awaited<ReturnType<typeof makeFarm>>;

const findLot = (allianceId: string, id: string) =>
  database
    .selectFrom("lot")
    .select(["count", "massG", "code", "revision", "form"])
    .where("allianceId", "=", allianceId)
    .where("id", "=", id)
    .executeTakeFirst();

/** A day of 2026 at nine in the morning in China. */
export const at = (day: string, time = "09:00") => `2026-${day}T${time}:00+08:00`;

/** Fish bought into a pond. */
export function bought(
  farm: Farm,
  { count, meanG, on, siteId }: { count: number; meanG: number; on: string; siteId?: string },
) {
  const lotId = uuidv7();
  return {
    lotId,
    event: {
      ...{ kind: "buy", lotId, count, meanG, form: "farmed", species: "largemouth_bass", supplier: "苗场" },
      ...{ siteId: siteId ?? farm.sites.pond, occurredAt: at(on) },
    } satisfies Said,
  };
}

/** What the entries say, from nothing: every lot that is out of step, and every rule that is broken. */
export async function brokenRules(allianceId: string) {
  const { rows } = await sql<{ rule: string; id: string }>`
    with dated as (
      select entry.lot_id, entry.event_id, entry.count, entry.mass_g, entry.reason, e.occurred_at,
        coalesce(voided.sequence, e.sequence) as first, (e.kind = 'void')::int as second
      from entry join event e on e.alliance_id = entry.alliance_id and e.id = entry.event_id
      left join event voided on voided.alliance_id = e.alliance_id and voided.id = e.voids_event_id
      where entry.alliance_id = ${allianceId}
    ), stepped as (
      select lot_id, occurred_at, first, second, sum(coalesce(count, 0)) as count, sum(mass_g) as mass_g
      from dated group by lot_id, event_id, occurred_at, first, second
    ), running as (
      select lot_id, sum(count) over timeline as count, sum(mass_g) over timeline as mass_g
      from stepped window timeline as (partition by lot_id order by occurred_at, first, second)
    )
    select 'below zero' as rule, lot_id::text as id from running where count < 0 or mass_g < 0
    union all select 'uneven', lot_id::text from running where (count = 0) <> (mass_g = 0)
      and exists (select from lot where lot.alliance_id = ${allianceId} and lot.id = lot_id and lot.count is not null)
    union all select 'moves', event_id::text from dated where reason = 'move'
      group by event_id having sum(count) <> 0 or sum(mass_g) <> 0
    union all select 'cache', lot.id::text from lot
      left join (select lot_id, sum(count) as count, sum(mass_g) as mass_g from dated group by lot_id) sums on sums.lot_id = lot.id
      where lot.alliance_id = ${allianceId} and (coalesce(lot.count, 0), lot.mass_g) is distinct from (coalesce(sums.count, 0), coalesce(sums.mass_g, 0))
    union all select 'link', link.event_id::text from lot_link link
      where link.alliance_id = ${allianceId} and link.mass_g > 0 and not exists (
        select from dated where dated.event_id = link.event_id and dated.lot_id = link.child_id and dated.reason = 'move'
          and dated.count is not distinct from link.count and dated.mass_g = link.mass_g)`.execute(database);
  return rows;
}
