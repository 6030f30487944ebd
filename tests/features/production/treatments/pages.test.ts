import { expect, test } from "vitest";
import {
  breachKey,
  holdKey,
  partsOfKey,
  withdrawalKey,
} from "#app/features/production/treatments/page-keys.ts";
import { listBreaches } from "#app/features/production/treatments/queries/breaches.server.ts";
import { listHolds } from "#app/features/production/treatments/queries/holds.server.ts";
import { listWithdrawals } from "#app/features/production/treatments/queries/withdrawals.server.ts";
import type { PageKey } from "#app/http/page-key.server.ts";
import { addWithheld, makeAlliance } from "../../../factories.ts";

type Page = { after?: string[]; limit: number };

/** Turns a list row by row, each time by the key of the last. */
async function turn<Row>(
  list: "withdrawals" | "holds" | "breaches",
  read: (page: Page) => Promise<Row[]>,
  keyOf: (row: Row) => PageKey,
) {
  const found: Row[] = [];
  for (let after: string[] | undefined; found.length < 100; ) {
    const [row] = await read({ after, limit: 1 });
    if (!row) return found;
    found.push(row);
    after = partsOfKey(list, keyOf(row));
    expect(after).toBeDefined();
  }
  return found;
}

test("withdrawals, holds and breaches turned page by page are the same as at once", async () => {
  const alliance = await makeAlliance();
  const { village, neighbour, otherVillage } = alliance.organizations;
  for (const one of [village, neighbour, otherVillage]) await addWithheld(alliance.writer, one);
  const viewer = alliance.viewers.coordinator;
  const all = { limit: 100 };

  const withdrawals = await listWithdrawals(viewer, all);
  expect(withdrawals.length).toBeGreaterThan(5);
  expect(await turn("withdrawals", (page) => listWithdrawals(viewer, page), withdrawalKey)).toEqual(
    withdrawals,
  );
  const holds = await listHolds(viewer, all);
  expect(holds.length).toBeGreaterThan(5);
  expect(await turn("holds", (page) => listHolds(viewer, page), holdKey)).toEqual(holds);
  const breaches = await listBreaches(viewer, all);
  expect(breaches.length).toBeGreaterThan(2);
  expect(await turn("breaches", (page) => listBreaches(viewer, page), breachKey)).toEqual(breaches);
});

test("a key of another list, or of none, is not read", () => {
  const id = "01a222e2-8414-7468-81f5-82255ec7bcd3";
  expect(partsOfKey("withdrawals", { sortKey: `infinity|${id}`, id })).toEqual(["infinity", id, id]);
  expect(partsOfKey("holds", { sortKey: `infinity|${id}`, id })).toBeUndefined();
  expect(partsOfKey("breaches", { sortKey: `2026-03-15T00:00:00.000Z|${id}|no`, id })).toBeUndefined();
});
