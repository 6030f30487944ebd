import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { type Purpose, purposes } from "#app/features/production/kinds.ts";
import { recordEvents } from "#app/features/production/queries/record-events.server.ts";
import { placeHold } from "#app/features/production/treatments/queries/holds.server.ts";
import { at, bodyOf, brokenRules, type Farm, type Said } from "../ledger.ts";
import { breaches, stockedFarm, tested, treated } from "./treated-farm.ts";

const on = { occurredAt: at("03-01") };
const some = { count: 10, massG: 5000 };

/** Every kind of event by which fish leave where they are. */
const leaving: Record<string, (farm: Farm, lotId: string, purpose: Purpose) => Said> = {
  harvest: (_, lotId, purpose) => ({
    ...{ kind: "harvest", lotId, purpose, harvestLotId: uuidv7(), ...some, ...on },
  }),
  dispatch: (_, lotId, purpose) => ({
    ...{ kind: "dispatch", lotId, purpose, transitLotId: uuidv7(), receiver: "客户", ...some, ...on },
  }),
  sale: (_, lotId, purpose) => ({ kind: "sale", lotId, purpose, buyer: "客户", ...some, ...on }),
};
/** Within the alliance, to be reared on. */
const moving: Record<string, (farm: Farm, lotId: string) => Said> = {
  stocking: (farm, fromLotId) => ({
    ...{ kind: "stocking", fromLotId, siteId: farm.sites.reservoir, lotId: uuidv7(), ...some, ...on },
  }),
  transfer: (farm, fromLotId) => ({
    ...{ kind: "transfer", fromLotId, siteId: farm.sites.otherPond, lotId: uuidv7(), count: 10, ...on },
  }),
  split: (farm, fromLotId) => ({
    kind: "split",
    ...{ fromLotId, into: [{ siteId: farm.sites.otherPond, lotId: uuidv7(), count: 10 }], ...on },
  }),
};

type Marked = { mark: (farm: Farm, lotId: string) => Promise<unknown>; closed: Purpose[] };
const marks: Record<string, Marked> = {
  nothing: { mark: async () => {}, closed: [] },
  "a passed test": { mark: (farm, lotId) => farm.record(tested(lotId, "02-10", true)), closed: [] },
  "a withdrawal": { mark: (farm) => farm.record(treated(farm)), closed: ["food"] },
  "an unknown drug": {
    mark: (farm) => farm.record(treated(farm, { labelId: undefined, drugName: "土方" })),
    closed: ["food"],
  },
  "a drug off its label": {
    mark: (farm) => farm.record(treated(farm, { labelId: "praziquantel-premix@2011", unit: "g" })),
    closed: ["food"],
  },
  "a failed test": {
    mark: (farm, lotId) => farm.record(tested(lotId, "02-10")),
    closed: ["food", "rearing"],
  },
  "an inspector's hold": {
    mark: (farm, lotId) =>
      placeHold(
        { viewer: farm.alliance.viewers.inspector, now: new Date(at("02-10")) },
        { id: uuidv7(), lotId, reason: "群众举报" },
      ),
    closed: ["food"],
  },
};

describe.each(Object.entries(marks))("the gate of fish with %s", (_, { mark, closed }) => {
  test.each(Object.entries(leaving))("by %s, for each purpose", async (_kind, leave) => {
    const { farm, lotId } = await stockedFarm();
    await mark(farm, lotId);
    for (const purpose of purposes) {
      const body = bodyOf(leave(farm, lotId, purpose));
      const asked = recordEvents(farm.keeper, [body]);
      if (closed.includes(purpose)) await expect(asked, purpose).rejects.toMatchObject({ field: "purpose" });
      else expect(await asked, purpose).toEqual([{ id: body.id, status: "recorded" }]);
    }
    expect(await breaches(farm)).toEqual([]);
    expect(await brokenRules(farm.alliance.id)).toEqual([]);
  });

  test.each(Object.entries(moving))("by %s, to be reared on", async (kind, move) => {
    const { farm, lotId } = await stockedFarm();
    await mark(farm, lotId);
    const asked = farm.record(move(farm, lotId));
    // From pond to pond of one keeper nothing gets away: what withholds goes along.
    if (kind === "stocking" && closed.includes("rearing"))
      await expect(asked).rejects.toMatchObject({ field: "purpose" });
    else await asked;
  });
});
