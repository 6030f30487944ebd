import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { afterAll, expect, test } from "vitest";
import { appendOnlyTables } from "#db/append-only.ts";
import { connect } from "#db/connection.server.ts";
import { makeAlliance } from "./factories.ts";

const app = connect(process.env.DATABASE_URL as string, { max: 1 });
const owner = connect(process.env.DATABASE_OWNER_URL as string, { max: 1 });
afterAll(() => Promise.all([app.destroy(), owner.destroy()]));

/** Belong to no alliance: reference data, the alliance itself, what the migrations keep. */
const shared = [
  "alliance",
  "drug",
  "drug_label",
  "kysely_migration",
  "kysely_migration_lock",
  "species",
  "town",
  "village",
];
/** A wrong sign-in has no alliance: its login may not exist. */
const withoutAlliance = ["sign_in_failure"];
/** Directory tables: a sign-in or a device can't know its alliance, so these names are unique over all of them. */
const globalKeys = ["account.login", "api_token.token_hash", "device_token.token_hash", "session.token_hash"];

/** A month of readings, so that partitions are looked at too. */
const makePartition = () => sql`select make_reading_partition('2026-03-01')`.execute(app);

const tables = async () => {
  await makePartition();
  const { rows } = await sql<{ name: string; required: boolean | null }>`
    select c.relname as name, a.attnotnull as required
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    left join pg_attribute a on a.attrelid = c.oid and a.attname = 'alliance_id'
    where n.nspname = 'public' and c.relkind in ('r', 'p') order by c.relname`.execute(owner);
  return rows;
};

type Key = { table: string; key: string; columns: string[]; target: string | null; targetColumns: string[] };

/** Primary, unique and foreign keys, and unique indexes that are no constraint; partitions included. */
const keys = async () => {
  await makePartition();
  const { rows } = await sql<Key>`
    select t.relname as "table", i.relname as key, null as target, array[]::text[] as target_columns,
      array(select coalesce(a.attname, '(expression)') from unnest(x.indkey) with ordinality k(num, place)
        left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.num and k.num > 0
        order by k.place)::text[] as columns
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    join pg_namespace n on n.oid = t.relnamespace where n.nspname = 'public' and x.indisunique
    union all
    select t.relname, c.conname, f.relname,
      array(select a.attname from unnest(c.confkey) with ordinality k(num, place)
        join pg_attribute a on a.attrelid = f.oid and a.attnum = k.num order by k.place)::text[],
      array(select a.attname from unnest(c.conkey) with ordinality k(num, place)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.num order by k.place)::text[]
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class f on f.oid = c.confrelid
    join pg_namespace n on n.oid = t.relnamespace where n.nspname = 'public' and c.contype = 'f'`.execute(
    owner,
  );
  return rows;
};

test("every table belongs to an alliance, but for those named here", async () => {
  const found = await tables();
  expect(found.length).toBeGreaterThan(15);
  expect(found.map(({ name }) => name)).toContain("reading_2026_03");
  const free = found.filter(({ required }) => !required).map(({ name }) => name);
  expect(free.sort()).toEqual([...shared, ...withoutAlliance].sort());
});

test("the alliance is first in every primary key, unique key and foreign key of such a table", async () => {
  const owned = new Set((await tables()).filter(({ required }) => required).map(({ name }) => name));
  const all = await keys();
  expect(all.length).toBeGreaterThan(40);
  const broken = all.filter(({ table, columns, target, targetColumns }) => {
    if (!owned.has(table)) return false;
    if (target !== null && !owned.has(target)) return target !== "alliance" && !shared.includes(target);
    const first = columns[0] === "alliance_id" && (target === null || targetColumns[0] === "alliance_id");
    return !first && !globalKeys.includes(`${table}.${columns.join()}`);
  });
  expect(broken).toEqual([]);
});

test("the exceptions are still needed", async () => {
  const named = (await keys()).map(({ table, columns }) => `${table}.${columns.join()}`);
  expect(globalKeys.filter((key) => !named.includes(key))).toEqual([]);
});

test("an organization of another alliance can't be pointed at", async () => {
  const [one, other] = [await makeAlliance(["village"]), await makeAlliance(["village"])];
  const row = {
    allianceId: one.id,
    id: uuidv7(),
    organizationId: other.organizations.village.id,
    joinedOn: "2026-01-01",
  };
  await expect(app.insertInto("membership").values(row).execute()).rejects.toMatchObject({ code: "23503" });
});

test("what is append-only can't be changed: not by the app's user, and by the owner only past a trigger", async () => {
  const { id } = await makeAlliance(["village"]);
  expect(await app.selectFrom("auditLog").select("id").where("allianceId", "=", id).execute()).not.toEqual(
    [],
  );
  for (const table of appendOnlyTables) {
    for (const statement of [
      `update ${table} set alliance_id = alliance_id`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ]) {
      await expect(sql.raw(statement).execute(app), statement).rejects.toThrow("permission denied");
      await expect(sql.raw(statement).execute(owner), statement).rejects.toThrow("append-only");
    }
  }
});

test("the app's user can change no table and switch no trigger off", async () => {
  for (const statement of [
    "alter table audit_log disable trigger append_only",
    "drop table site",
    "create table mine (id int)",
  ]) {
    await expect(sql.raw(statement).execute(app), statement).rejects.toMatchObject({ code: "42501" });
  }
});
