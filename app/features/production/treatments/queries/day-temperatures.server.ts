import { sql } from "kysely";
import { database } from "#app/database.server.ts";
import type { DayReading, DayTemperatures } from "../day-mean.ts";

/** The days' own temperature readings of sites, from the roll-ups of the water; those keep hundredths of a degree. */
export const dayTemperatures: DayTemperatures = async (allianceId, siteIds, { from, to }) => {
  const { rows } = await sql<DayReading & { siteId: string }>`
    select site_id, day, temperature_n as n, temperature_sum / 100.0 as sum_c,
      temperature_min / 100.0 as min_c, temperature_max / 100.0 as max_c
    from reading_day
    where alliance_id = ${allianceId} and site_id = any(${siteIds}::uuid[])
      and day between ${from}::date and ${to}::date and temperature_n > 0
    order by site_id, day`.execute(database);
  const found = new Map<string, DayReading[]>();
  for (const { siteId, ...one } of rows) found.set(siteId, [...(found.get(siteId) ?? []), one]);
  return found;
};
