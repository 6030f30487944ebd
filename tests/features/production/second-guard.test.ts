import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { database, inTransaction } from "#app/database.server.ts";
import type { Book } from "#app/features/production/ledger/book.ts";
import { writeLedger } from "#app/features/production/queries/write-ledger.server.ts";
import { at, bought, brokenRules, type Farm, makeFarm } from "./ledger.ts";

async function stockedFarm() {
  const farm = await makeFarm();
  const { lotId, event } = bought(farm, { count: 100, meanG: 1000, on: "01-10" });
  await farm.record(event);
  return { farm, lotId };
}

/** What a decision would write that believed the lot to hold twice as much as it does. */
function deadOutOfNothing({ farm, lotId }: { farm: Farm; lotId: string }, count: number) {
  const when = Date.parse(at("01-11"));
  const base = { count: 200, massG: 200_000 };
  const book: Book = {
    sites: new Map(),
    lots: new Map([
      [
        lotId,
        {
          ...{ id: lotId, siteId: farm.sites.pond, species: "largemouth_bass", form: "farmed", isNew: false },
          ...{ product: null, receiverId: null },
          ...{ timeline: { counted: true, base, points: [] }, startedAt: when, lastAt: when },
        },
      ],
    ]),
  };
  const eventId = uuidv7();
  const event = {
    ...{
      id: eventId,
      kind: "mortality",
      siteId: farm.sites.pond,
      occurredAt: new Date(when),
      onBehalf: false,
    },
    ...{ columns: { count, massG: count * 1000 }, doubts: [], details: {}, bodyHash: "\\x00" },
  };
  const entry = { eventId, lotId, seq: 1, reason: "loss" as const, causedByEventId: eventId };
  return inTransaction((trx) =>
    writeLedger(
      farm.keeper,
      book,
      {
        events: [event],
        entries: [{ ...entry, count: -count, massG: -count * 1000 }],
        links: [],
        concerns: [{ eventId, lotId }],
      },
      trx,
    ),
  );
}

test("a decision that forgot the lock, or reckoned wrongly, can't take what is not there", async () => {
  const here = await stockedFarm();
  await deadOutOfNothing(here, 60);
  await expect(deadOutOfNothing(here, 60)).rejects.toThrow("holds less than what was decided");
  expect(await here.farm.lot(here.lotId)).toMatchObject({ count: 40, massG: 40_000 });
  expect(await brokenRules(here.farm.alliance.id)).toEqual([]);
});

test("sixty that take two each out of a hundred at once, without a lock, are fifty", async () => {
  const here = await stockedFarm();
  const outcomes = await Promise.allSettled(Array.from({ length: 60 }, () => deadOutOfNothing(here, 2)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(50);
  expect(await here.farm.lot(here.lotId)).toMatchObject({ count: 0, massG: 0 });
  expect(await brokenRules(here.farm.alliance.id)).toEqual([]);
});

test.each([
  ["fish below zero", sql`count = -1`],
  ["grams below zero", sql`mass_g = -1`],
  ["fish without weight", sql`mass_g = 0`],
  ["weight without fish", sql`count = 0`],
])("the table itself refuses %s", async (_, set) => {
  const { lotId } = await stockedFarm();
  const write = sql`update lot set ${set} where id = ${lotId}`.execute(database);
  await expect(write).rejects.toMatchObject({ code: "23514" });
});
