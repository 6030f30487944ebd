import { sql } from "kysely";
import { type Db, database, type Trx } from "#app/database.server.ts";
import { addDays, chinaDay } from "#app/i18n/day.ts";

/** The first day of the month in China, which is a partition. */
const monthOf = (instant: Date) => `${chinaDay(instant).slice(0, 7)}-01`;
const monthAfter = (month: string) => `${addDays(month, 31).slice(0, 7)}-01`;

const madeAhead = 3;
/** Months known to be there: they never go away, and every write would ask. */
const there = new Set<string>();

/** Sees to it that readings of these instants have a place; of old ones the month may still be missing. */
export async function makePartitionsFor(instants: readonly Date[], outer?: Trx) {
  await makePartitions(new Set(instants.map(monthOf)), outer ?? database);
}

/** This month and the next ones: done ahead of time by every process, so that no write ever waits for it. */
export async function makePartitionsAhead(now: Date) {
  const months = new Set<string>();
  for (let month = monthOf(now); months.size <= madeAhead; month = monthAfter(month)) months.add(month);
  await makePartitions(months, database);
}

async function makePartitions(months: Set<string>, db: Db) {
  for (const month of [...months].sort()) {
    if (there.has(month)) continue;
    await sql`select make_reading_partition(${month}::date)`.execute(db);
    // In a transaction it may still be rolled back.
    if (db === database) there.add(month);
  }
}
