import { v7 as uuidv7 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { database } from "#app/database.server.ts";
import {
  countPermits,
  findPermit,
  insertPermits,
  listPermits,
} from "#app/features/sites/queries/permits.server.ts";
import { permitFields } from "#app/features/sites/schema.ts";
import { addDays, chinaDay } from "#app/i18n/day.ts";
import { type Alliance, makeAlliance, unique } from "../factories.ts";
import { type Client, visitorAs } from "../requests.ts";

const today = chinaDay(new Date());
const png = (rest = unique()) => Buffer.from(`\x89PNG\r\n\x1a\n${rest}`, "latin1");
const file = (content: Buffer, name = "养殖证.png") => new File([new Uint8Array(content)], name);

let alliance: Alliance;
let keeper: Client;
let address: string;

beforeAll(async () => {
  alliance = await makeAlliance(["village", "otherVillage"]);
  keeper = await visitorAs(alliance.viewers.village);
  address = `/permits/new?site=${alliance.organizations.village.sites[0]?.id}`;
});

const form = (given: Record<string, string | Blob> = {}) => ({
  id: uuidv7(),
  pictureId: uuidv7(),
  kind: "aquaculture",
  number: `证${unique()}`,
  ...given,
});
const permit = (id: string) => findPermit(alliance.viewers.coordinator, id);
const current = async (id: string) => ({ version: String((await permit(id))?.version) });

async function added(given: Record<string, string | Blob> = {}) {
  const sent = form(given);
  expect((await keeper.post(address, sent)).status).toBe(302);
  return { ...sent, page: `/permits/${sent.id}` };
}

test("a permit is stored with its picture; a second click stores neither again", async () => {
  const content = png();
  const sent = form({ picture: file(content), expiresOn: "2030-01-31" });
  const answers = await Promise.all([keeper.post(address, sent), keeper.post(address, sent)]);
  expect(answers.map(({ status }) => status)).toEqual([302, 302]);
  expect(await permit(sent.id)).toMatchObject({
    version: 1,
    pictureId: sent.pictureId,
    expiresOn: "2030-01-31",
  });
  const entries = await database
    .selectFrom("auditLog")
    .select("id")
    .where("subjectId", "=", sent.id)
    .execute();
  expect(entries).toHaveLength(1);

  const picture = await keeper.get(`/permits/${sent.id}/picture`);
  expect(picture.headers.get("content-type")).toBe("image/png");
  expect(picture.headers.get("content-disposition")).toContain("filename*=UTF-8''%E5%85%BB");
  expect(picture.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  expect(picture.headers.get("x-content-type-options")).toBe("nosniff");
  expect(Buffer.from(await picture.arrayBuffer()).equals(content)).toBe(true);
});

test("what is no picture is refused at its field, what is too large too, and nothing is stored", async () => {
  for (const [content, reason] of [
    [Buffer.from("<script>alert(1)</script>"), "只能是"],
    [Buffer.concat([png(), Buffer.alloc(10_000_000)]), "超过 10 MB"],
  ] as const) {
    const sent = form({ picture: file(content) });
    const answer = await keeper.post(address, sent);
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(text).toContain(reason);
    expect(text).toContain(sent.number);
    expect(await permit(sent.id)).toBeUndefined();
  }
  const huge = form({ picture: file(Buffer.alloc(13_000_000)) });
  expect((await keeper.post(address, huge)).status).toBe(413);
});

test("the id of another's picture lends nothing of it", async () => {
  const other = await added({ picture: file(png()) });
  const sent = form({ picture: file(png()), pictureId: other.pictureId });
  expect((await keeper.post(address, sent)).status).toBe(409);
  expect(await permit(sent.id)).toBeUndefined();
  const bare = await added({ pictureId: other.pictureId });
  expect((await keeper.get(`${bare.page}/picture`)).status).toBe(404);
});

test("an edit without a file keeps the picture, one with a file replaces it", async () => {
  const { id, page, pictureId, ...sent } = await added({ picture: file(png()) });
  const { picture: _, ...fields } = sent as typeof sent & { picture: Blob };
  const edit = { ...fields, issuer: "县局", pictureId: uuidv7(), ...(await current(id)) };
  expect((await keeper.post(page, edit)).status).toBe(302);
  expect(await permit(id)).toMatchObject({ issuer: "县局", pictureId });
  const content = Buffer.from("%PDF-1.7");
  const next = { ...edit, ...(await current(id)), picture: file(content, "新证.png") };
  expect((await keeper.post(page, next)).status).toBe(302);
  const answer = await keeper.get(`${page}/picture`);
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  expect(answer.headers.get("content-disposition")).toContain(".pdf");
});

test("who edits an older version sees both values and keeps what was typed", async () => {
  const { id, page, ...sent } = await added();
  const based = await current(id);
  expect((await keeper.post(page, { ...sent, ...based, issuer: "先到" })).status).toBe(302);
  const late = await keeper.post(page, { ...sent, ...based, issuer: "后到" });
  expect(late.status).toBe(409);
  const text = await late.text();
  expect(text).toContain("先到");
  expect(text).toContain("后到");
});

test("a permit ends with a day that has come, leaves the lists, and can be reopened", async () => {
  const { id, page, number } = await added({ issuedOn: "2025-01-01" });
  const end = async (endedOn: string) =>
    keeper.post(page, { intent: "end", endedOn, ...(await current(id)) });
  expect((await end(addDays(today, 1))).status).toBe(400);
  expect((await end("2024-12-31")).status).toBe(400);
  expect((await end("someday")).status).toBe(400);
  expect((await end(today)).status).toBe(302);
  const numbers = async () =>
    (await listPermits(alliance.viewers.village, {}, { today })).items.map((one) => one.number);
  expect(await numbers()).not.toContain(number);

  const successor = await added({ number });
  const reopen = async () => keeper.post(page, { intent: "reopen", ...(await current(id)) });
  expect((await reopen()).status).toBe(400);
  await keeper.post(successor.page, { intent: "end", endedOn: today, ...(await current(successor.id)) });
  expect((await reopen()).status).toBe(302);
  expect(await numbers()).toContain(number);
});

test("the list counts and finds permits by how they stand, and pages through each once", async () => {
  const { writer, viewers, organizations } = await makeAlliance(["village"]);
  const due = (expiresOn: string | null) => ({
    id: uuidv7(),
    siteId: null,
    organizationId: organizations.village.id,
    ...permitFields.parse({ kind: "effluent", number: unique(), expiresOn }),
  });
  const days = [-400, -1, 0, 60, 61, 61, 61].map((offset) => due(addDays(today, offset)));
  await insertPermits(writer, [...days, due(null), due(null)]);
  const filter = { kind: "effluent" as const };
  expect(await countPermits(viewers.coordinator, filter, today)).toEqual({
    expired: 2,
    expiring: 2,
    valid: 5,
  });

  const coordinator = await visitorAs(viewers.coordinator);
  for (const [standing, count] of [
    ["expired", 2],
    ["expiring", 2],
    ["valid", 5],
  ] as const) {
    const found = await listPermits(viewers.town, { ...filter, standing }, { today });
    expect(found.items).toHaveLength(count);
    const text = await coordinator.text(`/permits?kind=effluent&standing=${standing}`);
    for (const { number } of found.items) expect(text).toContain(number);
  }
  expect((await listPermits(viewers.otherTown, filter, { today })).items).toEqual([]);

  const seen: string[] = [];
  let after: { sortKey: string; id: string } | undefined;
  do {
    const { items, next } = await listPermits(viewers.coordinator, filter, { today, after, limit: 2 });
    seen.push(...items.map(({ id }) => id));
    after = next && { sortKey: next.expiresOn ?? "", id: next.id };
  } while (after);
  expect(seen).toHaveLength(9);
  expect(new Set(seen).size).toBe(9);
});

test("a parameter that can't be read is named", async () => {
  const coordinator = await visitorAs(alliance.viewers.coordinator);
  const key = (sortKey: string) => Buffer.from(JSON.stringify([sortKey, uuidv7()])).toString("base64url");
  for (const query of [
    "standing=late",
    "kind=pond",
    "town=1",
    `after=${key("2026-02-30")}`,
    `after=${key("x")}`,
  ]) {
    const answer = await coordinator.get(`/permits?${query}`);
    expect([query, answer.status]).toEqual([query, 400]);
    expect(await answer.text()).toContain(query.split("=")[0]);
  }
  expect((await coordinator.get("/permits/new")).status).toBe(400);
});
