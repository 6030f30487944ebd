import { type RawBuilder, sql } from "kysely";
import type { Writer } from "#app/auth/viewer.ts";
import type { Trx } from "#app/database.server.ts";
import { type Measures, quantityNames, switches } from "../quantities.ts";

/** A reading in the units of the database, under the key that names it for ever. */
export type StoredReading = { siteId: string; measuredAt: Date; sourceId: string } & Measures;

const measures = [...quantityNames, ...switches];
const raw = (parts: string[]) => sql.raw(parts.join(", "));
const columns = raw(measures);

const rollUpColumns = quantityNames.flatMap((q) => [`${q}_n`, `${q}_sum`, `${q}_min`, `${q}_max`]);
const rolledUp = raw(
  quantityNames.flatMap((q) => [`count(${q})`, `coalesce(sum(${q}), 0)`, `min(${q})`, `max(${q})`]),
);
/** least and greatest pass over what is null. */
const merged = (table: string) =>
  raw(
    quantityNames.flatMap((q) => [
      `${q}_n = ${table}.${q}_n + excluded.${q}_n`,
      `${q}_sum = ${table}.${q}_sum + excluded.${q}_sum`,
      `${q}_min = least(${table}.${q}_min, excluded.${q}_min)`,
      `${q}_max = greatest(${table}.${q}_max, excluded.${q}_max)`,
    ]),
  );

const newest = raw(
  measures.flatMap((m) => [
    `(array_agg(${m} order by measured_at desc) filter (where ${m} is not null))[1]`,
    `max(measured_at) filter (where ${m} is not null)`,
  ]),
);
const newestColumns = raw(measures.flatMap((m) => [m, `${m}_at`]));
const keptNewest = raw(
  measures.flatMap((m) => [
    `${m} = case when excluded.${m}_at >= coalesce(site_water.${m}_at, '-infinity') then excluded.${m} else site_water.${m} end`,
    `${m}_at = greatest(site_water.${m}_at, excluded.${m}_at)`,
  ]),
);

/**
 * Stores readings that are not there yet, merges them into hours and days and keeps the newest of each site, in one
 * statement, in the order of the keys, so that two writers wait for each other instead of deadlocking. Answers the
 * keys that were new.
 */
export async function storeReadings({ viewer, now }: Writer, readings: readonly StoredReading[], trx: Trx) {
  const allianceId = sql`${viewer.allianceId}::uuid`;
  const { rows } = await sql<{ siteId: string; measuredAt: Date; sourceId: string }>`
    with stored as (
      insert into reading (alliance_id, site_id, measured_at, source_id, recorded_at, ${columns})
      select ${allianceId}, site_id, measured_at, source_id, ${now}::timestamptz, ${columns}
      from ${given(readings)} order by site_id, measured_at, source_id
      on conflict do nothing
      returning site_id, measured_at, source_id, ${columns}
    ), hours as (
      insert into reading_hour (alliance_id, site_id, hour, ${raw(rollUpColumns)})
      select ${allianceId}, site_id, date_trunc('hour', measured_at, 'Asia/Shanghai'), ${rolledUp}
      from stored group by 2, 3 order by 2, 3
      on conflict (alliance_id, site_id, hour) do update set ${merged("reading_hour")}
    ), days as (
      insert into reading_day (alliance_id, site_id, day, ${raw(rollUpColumns)})
      select ${allianceId}, site_id, (measured_at at time zone 'Asia/Shanghai')::date, ${rolledUp}
      from stored group by 2, 3 order by 2, 3
      on conflict (alliance_id, site_id, day) do update set ${merged("reading_day")}
    ), newest as (
      insert into site_water (alliance_id, site_id, ${newestColumns})
      select ${allianceId}, site_id, ${newest} from stored group by 2 order by 2
      on conflict (alliance_id, site_id) do update set ${keptNewest}
    )
    select site_id, measured_at, source_id from stored`.execute(trx);
  return rows;
}

/** What stands under these keys. */
export async function findReadings({ viewer }: Writer, readings: readonly StoredReading[], trx: Trx) {
  const { rows } = await sql<StoredReading>`
    select reading.site_id, reading.measured_at, reading.source_id, ${raw(measures.map((m) => `reading.${m}`))}
    from ${given(readings)}
    join reading on reading.alliance_id = ${viewer.allianceId}::uuid and reading.site_id = given.site_id
      and reading.measured_at = given.measured_at and reading.source_id = given.source_id`.execute(trx);
  return rows;
}

/** Rows as a table of the statement: one array for each column. */
function given(readings: readonly StoredReading[]): RawBuilder<unknown> {
  const column = (pick: (reading: StoredReading) => unknown, type: string) =>
    sql`${readings.map(pick)}::${sql.raw(type)}[]`;
  const arrays = [
    column(({ siteId }) => siteId, "uuid"),
    column(({ measuredAt }) => measuredAt.toISOString(), "timestamptz"),
    column(({ sourceId }) => sourceId, "uuid"),
    ...quantityNames.map((name) => column((reading) => reading[name], "smallint")),
    // As text: the driver takes an array of booleans for one boolean.
    ...switches.map((name) => column((reading) => reading[name]?.toString() ?? null, "boolean")),
  ];
  return sql`unnest(${sql.join(arrays)}) as given (site_id, measured_at, source_id, ${columns})`;
}
