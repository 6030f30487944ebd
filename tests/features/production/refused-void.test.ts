import { expect, test } from "vitest";
import { type Book, enter, reverse } from "#app/features/production/ledger/book.ts";

const lotId = "lot";

/** Twenty fish bought, one counted, that one dead. */
function bookOfThree(): Book {
  const book: Book = { sites: new Map(), lots: new Map() };
  const change = (count: number, massG: number, reason: "recruit" | "adjust" | "loss") => ({
    changes: [{ lotId, count, massG, reason }],
  });
  const lots = [{ id: lotId, siteId: "pond", species: "largemouth_bass", form: "farmed" as const }];
  enter(book, { id: "buy", at: 1, order: [1, 0] }, { lots, ...change(20, 40, "recruit") });
  const asserts = { lotId, assertion: { count: 1, massG: 1 } };
  enter(book, { id: "count", at: 3, order: [2, 0] }, { ...change(-19, -39, "adjust"), asserts });
  enter(book, { id: "dead", at: 4, order: [3, 0] }, change(-1, -1, "loss"));
  return book;
}

test("a void that is refused leaves what its event says standing", () => {
  const book = bookOfThree();
  // Without the fish that were bought there is nothing before the count, and nothing to die without it.
  const noFish = [{ lotId, count: 20, massG: 40, reason: "recruit" as const }];
  expect(reverse(book, { id: "void", at: 1, order: [1, 1], voids: "buy" }, noFish)).not.toHaveProperty(
    "flaw",
  );
  const counted = [{ lotId, count: 1, massG: 1, reason: "adjust" as const }];
  const timeline = book.lots.get(lotId)?.timeline;
  expect(reverse(book, { id: "void", at: 3, order: [2, 1], voids: "count" }, counted)).toMatchObject({
    flaw: "short",
  });
  expect(book.lots.get(lotId)?.timeline).toBe(timeline);
  expect(timeline?.points.find(({ eventId }) => eventId === "count")?.asserts).toEqual({
    count: 1,
    massG: 1,
  });
});
