import { sql } from "kysely";
import { expect, test } from "vitest";
import { database, type Trx } from "#app/database.server.ts";
import { checks } from "#db/checks.server.ts";
import { makeAlliance } from "../../factories.ts";

/** How each rule is broken, for one alliance. */
const breaks: Record<string, (allianceId: string) => ReturnType<typeof sql>> = {
  site_total: (id) => sql`update site_total set sites = sites + 1 where alliance_id = ${id}`,
  site_status: (id) => sql`update site set status = 'idle' where alliance_id = ${id}`,
  membership_overlap: (id) => sql`
    insert into membership (alliance_id, id, organization_id, joined_on, left_on)
    select alliance_id, gen_random_uuid(), organization_id, joined_on, joined_on + 1 from membership
    where alliance_id = ${id}`,
  site_species_unknown: (id) => sql`update site set species = '{unicorn_fish}' where alliance_id = ${id}`,
  hazard_status: (id) => sql`
    update hazard set status = 'rectified', rectified_on = found_on where alliance_id = ${id}`,
  hazard_deadline: (id) => sql`update hazard set due_on = due_on + 1 where alliance_id = ${id}`,
  town_of_county: (id) => sql`update alliance set county_code = '610922' where id = ${id}`,
};

const broken = async (query: string, allianceId: string, trx: Trx) => {
  const { rows } = await sql`select * from (${sql.raw(query)}) as broken
    where alliance_id = ${allianceId}`.execute(trx);
  return rows.length;
};

test.for(checks)(
  "db:check $name: silent while all is well, and not when it is broken",
  async ({ name, sql: query }) => {
    const { id } = await makeAlliance(["village"]);
    const undone = new Error("undone");
    const work = database.transaction().execute(async (trx) => {
      expect(await broken(query, id, trx)).toBe(0);
      await breaks[name]?.(id).execute(trx);
      expect(await broken(query, id, trx)).toBeGreaterThan(0);
      throw undone;
    });
    await expect(work).rejects.toBe(undone);
  },
);
