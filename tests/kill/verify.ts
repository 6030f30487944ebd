import { sql } from "kysely";
import { checks } from "#db/checks.server.ts";
import type { Db } from "#db/connection.server.ts";
import type { WriterAtWork } from "./writer.ts";

/** What each kind of event writes beside itself; a feeding's shares are its feed. */
const whole = `
  select e.id, e.kind from event e
  left join lateral (select count(*) as n, sum(share_g) as share_g from event_lot l
    where l.alliance_id = e.alliance_id and l.event_id = e.id) lots on true
  left join lateral (select count(*) as n from entry t where t.alliance_id = e.alliance_id and t.event_id = e.id) entries on true
  left join lateral (select count(*) as n from lot_link k where k.alliance_id = e.alliance_id and k.event_id = e.id) links on true
  where case e.kind when 'feeding' then lots.share_g is distinct from e.mass_g
    else (e.kind, lots.n, entries.n, links.n) not in (('buy', 1, 1, 0), ('mortality', 1, 1, 0), ('dispatch', 2, 2, 1)) end`;

/** The log says of each call how many events it wrote. */
const unlogged = `
  select coalesce(logged.alliance_id, written.alliance_id) as id
  from (select alliance_id, sum((after ->> 'events')::int) as n from audit_log
    where action = 'event.recorded' group by alliance_id) logged
  full join (select alliance_id, count(*) as n from event group by alliance_id) written using (alliance_id)
  where logged.n is distinct from written.n`;

/** Everything acknowledged is there, nothing by halves, every sum right; answers what is wrong. */
export async function verify(db: Db, writers: WriterAtWork[], known: Set<string>) {
  const wrong: string[] = [];
  const acknowledged = writers.flatMap(({ acknowledged }) => acknowledged.flat());
  const fresh = acknowledged.filter((id) => !known.has(id));
  const lost = new Set(fresh);
  for (const id of await written(db, fresh)) lost.delete(id);
  wrong.push(...[...lost].map((id) => `acknowledged and gone: ${id}`));
  for (const id of fresh) known.add(id);
  for (const writer of writers) {
    const ids = writer.open() ?? [];
    const there = await written(db, ids);
    if (there.length !== 0 && there.length !== ids.length)
      wrong.push(`half a request: ${there.length} of ${ids.length}`);
  }
  for (const { name, sql: query } of [
    { name: "event by halves", sql: whole },
    { name: "event not in the log", sql: unlogged },
    ...checks,
  ]) {
    const { rows } = await sql`select * from (${sql.raw(query)}) as broken limit 3`.execute(db);
    if (rows.length > 0) wrong.push(`${name}: ${JSON.stringify(rows)}`);
  }
  return wrong;
}

/** Older rows can't go: they are looked for once more in the end. */
export const written = async (db: Db, ids: string[]) => {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`select id from event where id = any(${ids}::uuid[])`.execute(db);
  return rows.map(({ id }) => id);
};
