import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#app/database.server.ts";
import { startServer } from "../../../bench/server.ts";
import { addAccount, townA } from "../../factories.ts";
import { visitorAs } from "../../requests.ts";
import { at, bodyOf, bought, brokenRules, type Farm, makeFarm, type Said } from "./ledger.ts";

/** Two processes of the app as it is built, on the one database of this worker. */
let processes: Awaited<ReturnType<typeof startServer>>[] = [];
beforeAll(async () => {
  const env = { ...(process.env as Record<string, string>), NODE_ENV: "production", PORT: "0" };
  processes = await Promise.all([1, 2].map(() => startServer("bench/servers/app.js", { env })));
}, 60_000);
afterAll(async () => {
  await Promise.all(processes.map(({ stop }) => stop()));
});

type Sent = { body: string; type: string };
const json = (body: unknown): Sent => ({ body: JSON.stringify(body), type: "application/json" });

/** Asks one process or the other; who is told to come back later does, with the same body. */
async function post(turn: number, path: string, { body, type }: Sent, cookie: string) {
  const { url } = processes[turn % processes.length] as { url: string };
  for (;;) {
    const answer = await fetch(url + path, {
      ...{ method: "POST", body, redirect: "manual" },
      headers: { cookie, "content-type": type, origin: url },
    });
    const text = await answer.text();
    if (answer.status !== 503) return { status: answer.status, text };
    await new Promise((later) => setTimeout(later, 200));
  }
}

const cookieOf = async (viewer: Parameters<typeof visitorAs>[0]) => {
  const [[name, value] = []] = (await visitorAs(viewer)).cookies;
  return `${name}=${value}`;
};

async function stockedFarm(given: { count: number; meanG: number }) {
  const farm = await makeFarm();
  const { lotId, event } = bought(farm, { ...given, on: "01-10" });
  await farm.record(event);
  const cookie = await cookieOf(farm.keeper.viewer);
  const send = (turn: number, said: Said) => post(turn, "/api/v1/events", json(bodyOf(said)), cookie);
  return { farm, lotId, send };
}

test("of 300 dispatches of a kilogram at once a hundred get the hundred kilograms", {
  timeout: 60_000,
}, async () => {
  const { farm, lotId, send } = await stockedFarm({ count: 100, meanG: 1000 });
  const answers = await Promise.all(
    Array.from({ length: 300 }, (_, turn) =>
      send(turn, {
        ...{ kind: "dispatch", purpose: "food", lotId, transitLotId: uuidv7(), receiver: "客户" },
        ...{ count: 1, massG: 1000, occurredAt: at("01-11") },
      }),
    ),
  );
  const refused = answers.filter(({ status }) => status !== 200);
  expect(refused).toHaveLength(200);
  for (const { status, text } of refused) expect(`${status} ${text}`).toMatch(/^422 .*"count"/);
  expect(await farm.lot(lotId)).toMatchObject({ count: 0, massG: 0 });
  const dispatched = await lotsOf(farm, "transit");
  expect(dispatched).toHaveLength(100);
  expect(dispatched.every(({ massG }) => massG === 1000)).toBe(true);
  expect(await brokenRules(farm.alliance.id)).toEqual([]);
});

const lotsOf = (farm: Farm, form: "transit" | "harvest") =>
  database
    .selectFrom("lot")
    .select(["id", "massG"])
    .where("allianceId", "=", farm.alliance.id)
    .where("form", "=", form)
    .execute();

test("an event that arrives fifty times at once is one, and every sender is told it is there", async () => {
  const { farm, lotId, send } = await stockedFarm({ count: 1000, meanG: 10 });
  const dead = { id: uuidv7(), kind: "mortality", lotId, count: 5, occurredAt: at("01-12") } as const;
  const answers = await Promise.all(Array.from({ length: 50 }, (_, turn) => send(turn, dead)));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  const results = answers.map(({ text }) => JSON.parse(text).results[0]);
  expect(new Set(results.map(({ id }) => id))).toEqual(new Set([dead.id]));
  expect(results.filter(({ status }) => status === "recorded")).toHaveLength(1);
  expect(results.filter(({ status }) => status === "repeated")).toHaveLength(49);
  expect(await farm.lot(lotId)).toMatchObject({ count: 995 });
  expect((await send(1, { ...dead, count: 6 })).status).toBe(409);
});

test("no harvest for food passes a treatment of the same instant unseen", { timeout: 60_000 }, async () => {
  const outcomes = new Set<number>();
  for (let round = 0; round < 8; round += 1) {
    const { farm, lotId, send } = await stockedFarm({ count: 1000, meanG: 500 });
    const harvest = {
      ...({ id: uuidv7(), kind: "harvest", purpose: "food", lotId, harvestLotId: uuidv7() } as const),
      ...{ count: 10, massG: 5000, occurredAt: at("02-01") },
    };
    const treatment = {
      ...({ kind: "treatment", siteId: farm.sites.pond, symptom: "烂鳃", appliedBy: "王师傅" } as const),
      ...({ labelId: "povidone-iodine-solution@2011", unit: "ml", occurredAt: at("02-01") } as const),
      doses: [{ on: "2026-02-01", amount: 500 }],
    };
    const both = round % 2 === 0 ? [harvest, treatment] : [treatment, harvest];
    const answers = await Promise.all(both.map((said, turn) => send(turn, said)));
    const [caught, treated] = round % 2 === 0 ? answers : answers.toReversed();
    expect(treated?.status).toBe(200);
    outcomes.add(caught?.status ?? 0);
    const breaches = await database
      .selectFrom("breach")
      .select("eventId")
      .where("allianceId", "=", farm.alliance.id)
      .execute();
    const isHeld = await database
      .selectFrom("lotHold")
      .select("kind")
      .where("allianceId", "=", farm.alliance.id)
      .where("lotId", "=", harvest.harvestLotId)
      .execute();
    if (caught?.status === 200) {
      expect(breaches).toEqual([{ eventId: harvest.id }]);
      expect(isHeld).toEqual([{ kind: "breach" }]);
    } else {
      expect(`${caught?.status} ${caught?.text}`).toMatch(/^422 .*"purpose"/);
      expect(breaches).toEqual([]);
    }
  }
  for (const status of outcomes) expect([200, 422]).toContain(status);
});

test("of two editors of one site the later meets the other's words, and nothing of theirs is lost", async () => {
  const { alliance, sites } = await makeFarm();
  const other = await addAccount(alliance.id, { role: "town", townCode: townA });
  const cookies = [await cookieOf(alliance.viewers.coordinator), await cookieOf(other)];
  const stored = () =>
    database
      .selectFrom("site")
      .select(["code", "name", "townCode", "ownerId", "operatorId", "note", "version"])
      .where("id", "=", sites.otherPond)
      .executeTakeFirstOrThrow();
  const { version, ...fields } = await stored();
  const edit = (note: string) => ({
    body: new URLSearchParams({
      ...{ ...fields, note, version: String(version) },
      ...{ kind: "pond", stage: "farming", status: "in_use", fundingSource: "private", volumeM3: "100000" },
    }).toString(),
    type: "application/x-www-form-urlencoded",
  });
  const notes = ["先到的", "后到的"];
  const answers = await Promise.all(
    notes.map((note, turn) => post(turn, `/sites/${sites.otherPond}/edit`, edit(note), cookies[turn] ?? "")),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([302, 409]);
  const won = answers.findIndex(({ status }) => status === 302);
  expect(await stored()).toMatchObject({ note: notes[won], version: version + 1 });
  expect(answers.find(({ status }) => status === 409)?.text).toContain(notes[won]);
});
