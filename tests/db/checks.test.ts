import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { database, type Trx } from "#app/database.server.ts";
import { checks } from "#db/checks.server.ts";
import { at, bought, makeFarm } from "../features/production/ledger.ts";

/** A farm whose ledger has everything in it that the checks look at; `sick` are fish that were treated, `moved` some of them. */
async function livelyFarm() {
  const farm = await makeFarm();
  const { lotId: sick, event } = bought(farm, { count: 1000, meanG: 500, on: "01-10" });
  const [moved, mistake, died] = [uuidv7(), uuidv7(), uuidv7()];
  await farm.record(
    event,
    {
      ...{ kind: "treatment", siteId: farm.sites.pond, symptom: "烂鳃", appliedBy: "王师傅" },
      ...{ labelId: "povidone-iodine-solution@2011", unit: "ml", occurredAt: at("02-01") },
      doses: [{ on: "2026-02-01", amount: 500 }],
    },
    {
      ...{ kind: "transfer", fromLotId: sick, siteId: farm.sites.otherPond, lotId: moved },
      ...{ count: 100, occurredAt: at("02-10") },
    },
    { id: died, kind: "mortality", lotId: sick, count: 20, occurredAt: at("02-11") },
    { id: mistake, kind: "mortality", lotId: sick, count: 200, occurredAt: at("02-12") },
    {
      kind: "count",
      lotId: sick,
      count: 850,
      massG: 500_000,
      method: "all",
      reason: "盘点",
      occurredAt: at("02-15"),
    },
  );
  await farm.record({ kind: "void", eventId: mistake, reason: "记错池" });
  await farm.record({ kind: "mortality", lotId: sick, count: 5, occurredAt: at("02-14") });
  return { id: farm.alliance.id, sick, moved, died };
}
type Lively = Awaited<ReturnType<typeof livelyFarm>>;

const addEntry = (
  { id, died }: Lively,
  { lotId, count, reason }: { lotId: string; count: number; reason: string },
) => sql`
  insert into entry (alliance_id, event_id, lot_id, seq, count, mass_g, reason, caused_by_event_id)
  values (${id}, ${died}, ${lotId}, 9, ${count}, ${count * 500}, ${reason}, ${died})`;

/** Two statements for overlapping periods of an agreement between the farm's villages, and more in the same statement. */
const stated = ({ id }: Lively, { payable = 0, more = "select 1" } = {}) => sql`
  with parties as (select (array_agg(id order by id))[1] as a, (array_agg(id order by id))[2] as b
      from organization where alliance_id = ${id}),
    signed as (
      insert into agreement (alliance_id, id, code, kind, supplier_id, buyer_id, supplier_entity, buyer_entity,
        starts_on, ends_on, state, created_at, updated_at)
      select ${id}, gen_random_uuid(), 'A-1', 'village_village', a, b, 'a', 'b', '2026-01-01', '2026-12-31',
        'confirmed', now(), now() from parties returning id),
    stated as (
      insert into settlement (alliance_id, id, code, agreement_id, number, from_on, to_on, carried_fen, before_fen,
        total_fen, payable_fen, carried_over_fen, disputed_fen, silence_confirms_on, written_at, written_by_name)
      select ${id}, gen_random_uuid(), 'A-1-' || n, signed.id, n, '2026-01-01', '2026-01-31', 0, 0, ${payable}, ${payable},
        0, 0, '2026-03-01', now(), 'x' from signed, generate_series(1, 2) n returning alliance_id, id)
  ${sql.raw(more)}`;
const sameLine = `
  insert into settlement_line (alliance_id, settlement_id, seq, kind, source_id, amount_fen)
  select alliance_id, id, 1, 'feed', '00000000-0000-7000-8000-000000000001', 0 from stated`;
const paidTwice = `
  insert into payment (alliance_id, id, settlement_id, paid_on, amount_fen, written_at, written_by_name)
  select alliance_id, gen_random_uuid(), id, '2026-02-01', 60, now(), 'x' from stated, generate_series(1, 2)`;

/** How each rule is broken, for one alliance. */
const breaks: Record<string, (farm: Lively) => ReturnType<typeof sql>> = {
  site_total: ({ id }) => sql`update site_total set sites = sites + 1 where alliance_id = ${id}`,
  site_status: ({ id }) => sql`update site set status = 'idle' where alliance_id = ${id}`,
  membership_overlap: ({ id }) => sql`
    insert into membership (alliance_id, id, organization_id, joined_on, left_on)
    select alliance_id, gen_random_uuid(), organization_id, joined_on, joined_on + 1 from membership
    where alliance_id = ${id}`,
  site_species_unknown: ({ id }) => sql`update site set species = '{unicorn_fish}' where alliance_id = ${id}`,
  hazard_status: ({ id }) => sql`
    update hazard set status = 'rectified', rectified_on = found_on where alliance_id = ${id}`,
  hazard_deadline: ({ id }) => sql`update hazard set due_on = due_on + 1 where alliance_id = ${id}`,
  town_of_county: ({ id }) => sql`update alliance set county_code = '610922' where id = ${id}`,
  lot_balance: ({ id, sick }) =>
    sql`update lot set count = count + 1 where alliance_id = ${id} and id = ${sick}`,
  lot_over_time: (farm) => addEntry(farm, { lotId: farm.sick, count: -2000, reason: "loss" }),
  event_moves: (farm) => addEntry(farm, { lotId: farm.sick, count: 1, reason: "move" }),
  lot_link_entries: ({ id, died, sick, moved }) => sql`
    insert into lot_link (alliance_id, event_id, parent_id, child_id, count, mass_g)
    values (${id}, ${died}, ${sick}, ${moved}, 1, 500)`,
  event_lot_of_entry: (farm) => addEntry(farm, { lotId: farm.moved, count: 1, reason: "recruit" }),
  withdrawal_of_children: ({ id, moved }) => sql`
    delete from lot_withdrawal where alliance_id = ${id} and lot_id = ${moved}`,
  event_file_without_event: ({ id }) => sql`
    insert into event_file (alliance_id, event_id, file_id, added_at)
    select alliance_id, gen_random_uuid(), id, now() from file where alliance_id = ${id} limit 1`,
  settlement_sum: (farm) => stated(farm, { payable: 100 }),
  settlement_source: (farm) => stated(farm, { more: sameLine }),
  settlement_period: (farm) => stated(farm),
  payment_sum: (farm) => stated(farm, { payable: 100, more: paidTwice }),
};

const broken = async (query: string, allianceId: string, trx: Trx) => {
  const { rows } = await sql`select * from (${sql.raw(query)}) as broken
    where alliance_id = ${allianceId}`.execute(trx);
  return rows.length;
};

test.for(checks)(
  "db:check $name: silent while all is well, and not when it is broken",
  async ({ name, sql: query }) => {
    const farm = await livelyFarm();
    const undone = new Error("undone");
    const work = database.transaction().execute(async (trx) => {
      expect(await broken(query, farm.id, trx)).toBe(0);
      await breaks[name]?.(farm).execute(trx);
      expect(await broken(query, farm.id, trx)).toBeGreaterThan(0);
      throw undone;
    });
    await expect(work).rejects.toBe(undone);
  },
);
