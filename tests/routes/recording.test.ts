import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { setPreferences } from "#app/auth/preferences.server.ts";
import { database } from "#app/database.server.ts";
import { recordEvents } from "#app/features/production/queries/record-events.server.ts";
import { insertSites } from "#app/features/sites/queries/write-sites.server.ts";
import { makeSite } from "../factories.ts";
import { bodyOf, type Farm, makeFarm, type Said } from "../features/production/ledger.ts";
import { type Client, visitorAs } from "../requests.ts";

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

let farm: Farm;
let keeper: Client;
let lotId: string;

const write = (...said: Said[]) =>
  recordEvents({ viewer: farm.alliance.viewers.village, now: new Date() }, said.map(bodyOf));

beforeAll(async () => {
  farm = await makeFarm();
  keeper = await visitorAs(farm.alliance.viewers.village);
  lotId = uuidv7();
  await write({
    ...{ kind: "buy", lotId, siteId: farm.sites.pond, species: "largemouth_bass", form: "farmed" },
    ...{ count: 1000, meanG: 100, supplier: "苗场", occurredAt: hoursAgo(72) },
  });
});

/** A form as a browser without a script sends it: what is hidden as the page has it, what is typed on top. */
async function fill(path: string, typed: Record<string, string | string[] | Blob>, client = keeper) {
  const html = await client.text(path);
  const hidden: Record<string, string> = Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)"[^>]*? value="([^"]*)"/g)].map(
      ([, name = "", value = ""]) => [name, value],
    ),
  );
  return { ...hidden, ...typed, fileId: hidden.fileId ?? "" };
}
const eventsOf = (answer: Response) =>
  new URL(answer.headers.get("location") ?? "", "http://here").searchParams.getAll("event");
const findEvent = (id: string) =>
  database.selectFrom("event").selectAll().where("id", "=", id).executeTakeFirst();

describe("a form at the pond, without a script", () => {
  test("records what was typed in the account's own unit, and a second click nothing more", async () => {
    await setPreferences(farm.alliance.viewers.village, { unit: "jin" });
    const path = `/record/feeding?site=${farm.sites.pond}`;
    expect(await keeper.text(path)).toContain("斤");
    const form = await fill(path, { siteId: farm.sites.pond, massG: "6.4", feed: "compound" });
    const answers = await Promise.all([keeper.post(path, form), keeper.post(path, form)]);
    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    const [id = ""] = eventsOf(answers[0] as Response);
    expect(await findEvent(id)).toMatchObject({ kind: "feeding", massG: 3200, siteId: farm.sites.pond });
    const { rows } =
      await sql`select id from event where kind = 'feeding' and site_id = ${farm.sites.pond}`.execute(
        database,
      );
    expect(rows).toHaveLength(1);
    await setPreferences(farm.alliance.viewers.village, { unit: "kg" });
  });

  test("splits one amount among ponds by their last ratio, to the gram", async () => {
    const other = makeSite({ organizationId: farm.alliance.organizations.village.id, volumeM3: 100_000 });
    await insertSites(farm.alliance.writer, [other]);
    await write({
      ...{ kind: "feeding", siteId: other.id, feed: "compound", massG: 6400 },
      ...{ fromOn: hoursAgo(24).slice(0, 10), toOn: hoursAgo(24).slice(0, 10), occurredAt: hoursAgo(24) },
    });
    const form = await fill("/record/feeding", {
      siteId: [farm.sites.pond, other.id],
      massG: "10",
      feed: "compound",
    });
    const asked = await keeper.post("/record/feeding", form);
    // The other pond has no fish: asked once, and what was typed is still there.
    expect(asked.status).toBe(422);
    const text = await asked.text();
    expect(text).toContain('value="nothingThere"');
    expect(text).toContain('value="10"');
    const answer = await keeper.post("/record/feeding", { ...form, accept: "yes", asked: "nothingThere" });
    expect(answer.status).toBe(302);
    const masses = await Promise.all(eventsOf(answer).map(async (id) => (await findEvent(id))?.massG));
    expect(masses.sort()).toEqual([3333, 6667]);

    const again = await fill("/record/again", { siteId: [farm.sites.pond, other.id] });
    const repeated = await keeper.post("/record/again", { ...again, accept: "yes", asked: "nothingThere" });
    expect(repeated.status).toBe(302);
    const same = await Promise.all(eventsOf(repeated).map(async (id) => (await findEvent(id))?.massG));
    expect(same.sort()).toEqual([3333, 6667]);
  });

  test("says what is wrong at its field and keeps the rest", async () => {
    const form = await fill("/record/mortality", { lotId, count: "5000000", cause: "oxygen" });
    const answer = await keeper.post("/record/mortality", form);
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(text).toContain("只有");
    expect(text).toContain('value="5000000"');
    expect((await keeper.post("/record/mortality", { ...form, lotId: "", count: "3" })).status).toBe(400);
    expect((await keeper.post("/record/mortality", { ...form, count: "many" })).status).toBe(400);
    expect((await keeper.get("/record/nonsense")).status).toBe(404);
  });

  test("is undone for ten minutes by who wrote it, and by nobody else", async () => {
    const form = await fill("/record/mortality", { lotId, count: "2" });
    const [id = ""] = eventsOf(await keeper.post("/record/mortality", form));
    const page = `/record/done?event=${id}`;
    expect(await keeper.text(page)).toContain("撤回");
    const undo = { event: id, [`void-${id}`]: uuidv7() };
    const officer = await visitorAs(farm.alliance.viewers.town);
    expect((await officer.post("/record/done", undo)).status).toBe(400);
    expect((await keeper.post("/record/done", undo)).status).toBe(302);
    expect(await keeper.text(page)).toContain("已撤回");
    expect((await farm.lot(lotId))?.count).toBe(1000);
  });

  test("of another village is 404; of the town's officer it is marked as written for the village", async () => {
    const neighbour = farm.alliance.organizations.neighbour.sites[0]?.id ?? "";
    const foreign = { siteId: neighbour, [`id-${neighbour}`]: uuidv7(), at: hoursAgo(1), unit: "kg" };
    const typed = { input: "lime", product: "生石灰", amount: "1 袋" };
    expect((await keeper.get(`/record/input?site=${neighbour}`)).status).toBe(404);
    expect((await keeper.post("/record/input", { ...foreign, ...typed })).status).toBe(404);

    const officer = await visitorAs(farm.alliance.viewers.town);
    const village = farm.alliance.organizations.village.id;
    const path = `/record/input?organization=${village}`;
    const form = await fill(path, { siteId: farm.sites.pond, ...typed }, officer);
    const [id = ""] = eventsOf(await officer.post(path, form));
    expect(await findEvent(id)).toMatchObject({ onBehalf: true, siteId: farm.sites.pond });
  });
});

test("a lot is graded into ponds, each part under its own new lot", async () => {
  const form = await fill("/record/split", {
    fromLotId: lotId,
    "into[0].siteId": farm.sites.otherPond,
    "into[0].count": "100",
    "into[1].siteId": farm.sites.otherPond,
    "into[1].count": "50",
    "into[1].massG": "6",
  });
  const answer = await keeper.post("/record/split", form);
  expect(answer.status).toBe(302);
  expect(await farm.lot(lotId)).toMatchObject({ count: 850 });
  const { rows } = await sql<{ count: number; massG: number }>`
    select count, mass_g from lot where site_id = ${farm.sites.otherPond} order by count`.execute(database);
  expect(rows).toEqual([
    { count: 50, massG: 6000 },
    { count: 100, massG: 10_000 },
  ]);
});

describe("a photo or voice note", () => {
  const amr = (rest: string) => new File([`#!AMR\n${rest}`], "语音.amr");

  test("is kept with the event, for those who may see it", async () => {
    const form = await fill("/record/mortality", { lotId, count: "1", file: amr(uuidv7()) });
    const [id = ""] = eventsOf(await keeper.post("/record/mortality", form));
    const path = `/events/${id}/files/${form.fileId}`;
    const kept = await keeper.get(path);
    expect(kept.headers.get("content-type")).toBe("audio/amr");
    expect(await kept.text()).toContain("#!AMR");
    expect((await (await visitorAs(farm.alliance.viewers.inspector)).get(path)).status).toBe(200);
    for (const viewer of [farm.alliance.viewers.otherTown])
      expect((await (await visitorAs(viewer)).get(path)).status).toBe(404);

    const later = { event: id, fileId: uuidv7(), file: amr("later") };
    expect((await keeper.post("/record/files", later)).status).toBe(200);
    expect((await keeper.post("/record/files", later)).status).toBe(200);
    expect(
      (await (await visitorAs(farm.alliance.viewers.otherTown)).post("/record/files", later)).status,
    ).toBe(404);
    expect(
      (await (await visitorAs(farm.alliance.viewers.inspector)).post("/record/files", later)).status,
    ).toBe(403);
  });

  test("can both be there, are listed with the event, and a voice note plays where it stands", async () => {
    const wav = new File([`RIFF1234WAVE${"x".repeat(88)}`], "塘口.wav");
    const png = new File([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0])], "鱼.png");
    const path = "/record/mortality";
    const page = await keeper.text(path);
    expect(page).toMatch(/<input[^>]*accept="audio\/\*"[^>]*capture=""/);
    const voiceId = page.match(/name="voiceId"[^>]*value="([^"]+)"/)?.[1] ?? "";
    const form = await fill(path, { lotId, count: "1", file: png, voice: wav, voiceId });
    const answer = await keeper.post(path, { ...form, voiceId });
    const [id = ""] = eventsOf(answer);
    const address = `/events/${id}/files/${voiceId}`;
    for (const listed of [`/record/done?event=${id}`, `/lots/${(await farm.lot(lotId))?.code}`]) {
      const text = await keeper.text(listed);
      expect(text).toMatch(new RegExp(`<audio[^>]*controls=""[^>]*src="${address}"`));
      expect(text).toContain(`href="/events/${id}/files/${form.fileId}"`);
    }
    const part = await keeper.fetch(address, { headers: { range: "bytes=0-3" } });
    expect([part.status, part.headers.get("content-type"), await part.text()]).toEqual([
      206,
      "audio/wav",
      "RIFF",
    ]);
    expect(part.headers.get("content-range")).toBe("bytes 0-3/100");
    expect((await keeper.fetch(address, { headers: { range: "bytes=100-" } })).status).toBe(416);
    for (const neighbour of [farm.alliance.organizations.neighbour.account, farm.alliance.viewers.enterprise])
      if (neighbour) expect((await (await visitorAs(neighbour)).get(address)).status).toBe(404);
  });

  test("that is neither is refused at its field, and nothing is written", async () => {
    const before = (await farm.lot(lotId))?.count;
    const file = new File(["<script>"], "x.jpg");
    const form = await fill("/record/mortality", { lotId, count: "1", file });
    const answer = await keeper.post("/record/mortality", form);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("只能是照片或语音");
    expect((await farm.lot(lotId))?.count).toBe(before);
  });
});

describe("what can't be booked", () => {
  const waits = async () => {
    const event = {
      ...{ id: uuidv7(), kind: "mortality", lotId, count: 5_000_000 },
      occurredAt: hoursAgo(2),
    };
    expect((await keeper.send("/api/v1/events?unattended=1", event)).status).toBe(200);
    return event.id;
  };

  test("waits with its reason; only the town and the county try again or drop it", async () => {
    const id = await waits();
    expect(await keeper.text(`/record/done?event=${id}`)).toContain("待处理");
    expect(await keeper.text("/pending")).toContain("差");
    expect((await keeper.post("/pending", { id, intent: "again" })).status).toBe(403);
    const officer = await visitorAs(farm.alliance.viewers.town);
    expect((await (await visitorAs(farm.alliance.viewers.otherTown)).post("/pending", { id })).status).toBe(
      404,
    );
    const still = await officer.post("/pending", { id, intent: "again" });
    expect(still.status).toBe(422);
    expect((await officer.post("/pending", { id, intent: "drop" })).status).toBe(400);
    expect((await officer.post("/pending", { id, intent: "drop", reason: "写错了" })).status).toBe(302);
    expect((await officer.post("/pending", { id, intent: "drop", reason: "写错了" })).status).toBe(404);
    const entries = await database
      .selectFrom("auditLog")
      .select("action")
      .where("subjectId", "=", id)
      .execute();
    expect(entries.map(({ action }) => action)).toContain("event.dropped");
  });

  test("what merely looks wrong is asked also of a phone alone, and booked once confirmed", async () => {
    const fishId = uuidv7();
    await write({
      ...{ kind: "buy", lotId: fishId, siteId: farm.sites.hatchery, species: "grass_carp", form: "fry" },
      ...{ count: 1000, meanG: 10, supplier: "苗场", occurredAt: hoursAgo(40) },
    });
    const dead = { id: uuidv7(), kind: "mortality", lotId: fishId, count: 200, occurredAt: hoursAgo(2) };
    const send = (more: object = {}) => keeper.send("/api/v1/events?unattended=1", [{ ...dead, ...more }]);
    const asked = await send();
    expect(asked.status).toBe(422);
    const { doubts } = await asked.json();
    expect(doubts).toEqual([
      { eventId: dead.id, codes: ["massMortality"], texts: [expect.stringContaining("5%")] },
    ]);
    expect((await farm.lot(fishId))?.count).toBe(1000);
    expect(await (await send({ accept: ["massMortality"] })).json()).toEqual({
      results: [{ id: dead.id, status: "recorded" }],
    });
    expect((await farm.lot(fishId))?.count).toBe(800);
    expect(await keeper.text("/pending")).toContain("手机上");
  });

  test("is booked once what stood in its way is settled", async () => {
    const young = uuidv7();
    const dead = { ...{ id: uuidv7(), kind: "mortality", lotId: young, count: 80 }, occurredAt: hoursAgo(2) };
    await write({
      ...{ kind: "buy", lotId: young, siteId: farm.sites.hatchery, species: "grass_carp", form: "fry" },
      ...{ count: 50, meanG: 10, supplier: "苗场", occurredAt: hoursAgo(40) },
    });
    await keeper.send("/api/v1/events?unattended=1", dead);
    await write({
      ...{ kind: "count", lotId: young, count: 100, meanG: 10, method: "all", reason: "少记了" },
      occurredAt: hoursAgo(30),
    });
    const officer = await visitorAs(farm.alliance.viewers.coordinator);
    const asked = await officer.post("/pending", { id: dead.id, intent: "again" });
    expect(asked.status).toBe(422);
    const accepted = { id: dead.id, intent: "again", accept: "yes", asked: "massMortality" };
    expect((await officer.post("/pending", accepted)).status).toBe(302);
    expect(await farm.lot(young)).toMatchObject({ count: 20 });
  });
});

test("labels carry a code for every pond of the village that is asked for", async () => {
  const officer = await visitorAs(farm.alliance.viewers.coordinator);
  const village = farm.alliance.organizations.village.id;
  const text = await officer.text(`/sites/labels?organization=${village}`);
  expect(text.match(/data:image\/svg\+xml/g)?.length).toBeGreaterThanOrEqual(5);
  expect((await officer.get("/sites/labels")).status).toBe(400);
});

test("sells what was caught, and sends it off into a lot on the way", async () => {
  const [fishId, harvestLotId] = [uuidv7(), uuidv7()];
  await write({
    ...{ kind: "buy", lotId: fishId, siteId: farm.sites.pond, species: "largemouth_bass", form: "farmed" },
    ...{ count: 1000, meanG: 100, supplier: "苗场", occurredAt: hoursAgo(48) },
  });
  await write({
    ...{ kind: "harvest", lotId: fishId, harvestLotId, purpose: "food", count: 30, massG: 3000 },
    occurredAt: hoursAgo(2),
  });
  expect(await keeper.text("/record/mortality")).not.toContain(harvestLotId);
  expect(await keeper.text("/record/sale")).toContain("起捕待售");
  const sold = await fill("/record/sale", {
    ...{ lotId: harvestLotId, purpose: "food", count: "10", massG: "1" },
    ...{ buyer: "农贸市场", priceFen: "28.5" },
  });
  const [saleId = ""] = eventsOf(await keeper.post("/record/sale", sold));
  expect(await findEvent(saleId)).toMatchObject({ details: { buyer: "农贸市场", priceFen: 2850 } });
  const sent = await fill("/record/dispatch", {
    ...{ lotId: harvestLotId, purpose: "food", count: "20", massG: "2", receiver: "加工厂" },
  });
  const [dispatchId = ""] = eventsOf(await keeper.post("/record/dispatch", sent));
  expect(await findEvent(dispatchId)).toMatchObject({ kind: "dispatch", count: 20, massG: 2000 });
  expect((await farm.lot(harvestLotId))?.count).toBe(0);
  expect(await keeper.text("/record")).toContain('href="/record/test"');
  expect((await farm.lot(fishId))?.count).toBe(970);
});

test("a pond can be chosen on a map, which leads back to the form with the pond ticked", async () => {
  expect(await keeper.text("/record/sampling")).toContain("/record/map?kind=sampling");
  for (const kind of ["treatment", "test", "water"])
    expect(await keeper.text(`/record/${kind}`)).toContain(`/record/map?kind=${kind}`);
  const page = await keeper.text("/record/map?kind=sampling");
  const address = `/record/sampling?site=${farm.sites.pond}`;
  expect(page).toContain(`href="${address}"`);
  expect(await keeper.text(address)).toMatch(
    new RegExp(
      `<input[^>]*checked=""[^>]*data-site="${farm.sites.pond}"|data-site="${farm.sites.pond}"[^>]*checked=""`,
    ),
  );
  expect((await keeper.get("/record/map?kind=nonsense")).status).toBe(400);
});
