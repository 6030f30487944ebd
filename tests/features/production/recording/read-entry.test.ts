import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { eventBody } from "#app/features/production/events/registry.ts";
import { entryKinds, entryOf } from "#app/features/production/recording/entries.ts";
import { readEntry } from "#app/features/production/recording/read-entry.ts";

type Typed = Record<string, string | string[]>;

/** A form as the browser sends it. */
function formOf(typed: Typed) {
  const form = new FormData();
  const ordinary: Typed = { id: uuidv7(), at: "2026-03-15T02:00:00Z", day: "2026-03-15", unit: "kg" };
  for (const [name, value] of Object.entries({ ...ordinary, ...typed }))
    for (const one of [value].flat()) form.append(name, one);
  return form;
}

const ids = Array.from({ length: 6 }, () => uuidv7());
const [a = "", b = "", c = ""] = ids;

/** One of each kind, as people fill it in. */
const filled: Record<string, Typed> = {
  feeding: { siteId: a, [`id-${a}`]: b, massG: "3.2", feed: "compound" },
  mortality: { lotId: a, count: "12", cause: "unknown" },
  input: { siteId: a, [`id-${a}`]: b, input: "lime", product: "生石灰", amount: "2 袋" },
  sampling: { lotId: a, count: "30", meanG: "3.6" },
  buy: {
    siteId: a,
    "new-lotId": b,
    species: "grass_carp",
    count: "1,980",
    massG: "90",
    supplier: "苗场",
    form: "fry",
  },
  hatch: {
    siteId: a,
    "new-lotId": b,
    species: "grass_carp",
    count: "20000",
    massG: "20",
    broodstock: "自繁",
  },
  stocking: { fromLotId: a, siteId: b, "new-lotId": c, count: "500" },
  transfer: { fromLotId: a, siteId: b, "new-lotId": c, count: "500", massG: "60" },
  split: { fromLotId: a, "into[0].siteId": b, "into[0].lotId": c, "into[0].count": "300" },
  merge: { fromLotIds: [a, b], siteId: c, "new-lotId": uuidv7() },
  count: { lotId: a, count: "1800", method: "all", reason: "月底盘点" },
  harvest: { lotId: a, "new-harvestLotId": b, purpose: "food", count: "600", massG: "402.5" },
  sale: { lotId: a, purpose: "food", count: "600", massG: "402.5", buyer: "农贸市场", priceFen: "9660" },
  dispatch: {
    lotId: a,
    "new-transitLotId": b,
    purpose: "food",
    count: "600",
    massG: "402.5",
    receiver: "加工厂",
  },
  emptying: { lotId: a, reason: "卖完" },
};

test("every kind's form makes an event that its own schema takes", () => {
  expect(Object.keys(filled).sort()).toEqual([...entryKinds].sort());
  for (const kind of entryKinds) {
    const [body, ...others] = readEntry(kind, formOf(filled[kind] as Typed));
    const parsed = eventBody.safeParse(body);
    expect([kind, parsed.error?.issues]).toEqual([kind, undefined]);
    expect(others).toEqual([]);
  }
});

test("every field of a form is one that the event knows, so that a refusal finds its place", () => {
  for (const kind of entryKinds) {
    const { fields, more = [] } = entryOf(kind);
    const names = [...fields, ...more].map(({ name }) => name);
    const said = Object.fromEntries(names.map((name) => [name, "x"]));
    const [body = {}] = readEntry(kind, formOf({ ...filled[kind], ...said, siteId: a, [`id-${a}`]: b }));
    const unknown = eventBody
      .safeParse(body)
      .error?.issues.filter(({ code }) => code === "unrecognized_keys");
    expect([kind, unknown ?? []]).toEqual([kind, []]);
  }
});

describe("what is typed", () => {
  test("is read in the unit that the form was printed in", () => {
    const massOf = (unit: string, massG: string) =>
      readEntry("feeding", formOf({ ...filled.feeding, unit, massG }))[0]?.massG;
    expect([massOf("kg", "3.2"), massOf("jin", "3.2"), massOf("jin", "1,200")]).toEqual([
      3200, 1600, 600_000,
    ]);
    expect(massOf("kg", "很多")).toBe("很多");
  });

  test("of a sample is its weight over its fish", () => {
    expect(readEntry("sampling", formOf(filled.sampling as Typed))).toMatchObject([
      { count: 30, meanG: 120 },
    ]);
  });

  test("for another day happened at its noon, for today when the form was sent", () => {
    const at = (day: string) => readEntry("emptying", formOf({ ...filled.emptying, day }))[0]?.occurredAt;
    expect([at("2026-03-15"), at("2026-03-12")]).toEqual([
      "2026-03-15T02:00:00Z",
      "2026-03-12T12:00:00+08:00",
    ]);
  });

  test("is confirmed only where it was asked", () => {
    const accept = (typed: Typed) =>
      readEntry("emptying", formOf({ ...filled.emptying, ...typed }))[0]?.accept;
    expect(accept({ asked: "notEmpty" })).toEqual([]);
    expect(accept({ asked: "notEmpty", accept: "yes" })).toEqual(["notEmpty"]);
  });
});

test("one amount for several ponds is shared out to the gram, and the same form says the same again", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 5_000_000 }),
      fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 6 }),
      (totalG, ratios) => {
        const siteIds = ids.slice(0, ratios.length);
        const form = formOf({
          siteId: siteIds,
          massG: String(totalG / 1000),
          feed: "compound",
          ...Object.fromEntries(siteIds.map((siteId, i) => [`ratio-${siteId}`, String(ratios[i])])),
          ...Object.fromEntries(siteIds.map((siteId) => [`id-${siteId}`, uuidv7()])),
        });
        const bodies = readEntry("feeding", form);
        expect(bodies.reduce((sum, { massG }) => sum + Number(massG), 0)).toBe(totalG);
        expect(readEntry("feeding", form)).toEqual(bodies);
      },
    ),
  );
});
