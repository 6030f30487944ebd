import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { connect } from "#db/connection.server.ts";

const db = connect(String(process.env.DATABASE_URL), { max: 1 });
afterAll(() => db.destroy());

// PostgreSQL's text holds no NUL character.
const text = fc.string({ unit: "grapheme" }).map((value) => value.replaceAll("\0", ""));

test("lists of any text go to the database and come back as they were", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text), async (items) => {
      const { rows } = await sql<{ items: string[] }>`select ${items}::text[] as items`.execute(db);
      expect(rows[0]?.items).toEqual(items);
    }),
    { numRuns: 200 },
  );
});

test("numbers are numbers, and a day stays the day in any time zone", async () => {
  const { rows } = await sql<{ mass: number; area: number; day: string; none: null }>`
    select 9007199254740991::bigint as mass, 666.67::numeric as area, '2026-03-15'::date as day, null::date as none`.execute(
    db,
  );
  expect(rows).toEqual([{ mass: 9007199254740991, area: 666.67, day: "2026-03-15", none: null }]);
});
