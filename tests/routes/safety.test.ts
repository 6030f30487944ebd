import { v7 as uuidv7 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { itemsOf } from "#app/features/safety/checklist.ts";
import { defaultLines } from "#app/features/safety/default-checklists.ts";
import { findHazard, listHazards } from "#app/features/safety/queries/hazards.server.ts";
import { findInspection } from "#app/features/safety/queries/inspections.server.ts";
import { recordInspections } from "#app/features/safety/queries/write-inspections.server.ts";
import { takeSteps } from "#app/features/safety/queries/write-steps.server.ts";
import { addDays, chinaDay } from "#app/i18n/day.ts";
import { type Alliance, makeAlliance, makeInspection, unique } from "../factories.ts";
import { type Client, visitorAs } from "../requests.ts";

const today = chinaDay(new Date());
const png = () =>
  new File([new Uint8Array(Buffer.from(`\x89PNG\r\n\x1a\n${unique()}`, "latin1"))], "照片.png");
const items = itemsOf(defaultLines("pond"));

let alliance: Alliance;
let siteId: string;
let inspector: Client;
let keeper: Client;
let town: Client;

beforeAll(async () => {
  alliance = await makeAlliance(["village", "otherVillage"]);
  siteId = alliance.organizations.village.sites[0]?.id ?? "";
  [inspector, keeper, town] = await Promise.all([
    visitorAs(alliance.viewers.inspector),
    visitorAs(alliance.viewers.village),
    visitorAs(alliance.viewers.town),
  ]);
});

type Form = Record<string, string | Blob>;

/** The form of a pond's checklist, everything in order but the items given. */
const inspectionForm = (failed: Record<number, Form> = {}, given: Form = {}): Form => ({
  id: uuidv7(),
  checklistVersion: "1",
  inspectedOn: today,
  inspectors: "王示例、李示例",
  ...Object.fromEntries(
    items.flatMap(({ heading, text }, index) => [
      [`items[${index}].heading`, heading ?? ""],
      [`items[${index}].text`, text],
      [`items[${index}].result`, failed[index] ? "failed" : "ok"],
      ...Object.entries(failed[index] ?? {}).map(([name, value]) => [`items[${index}].${name}`, value]),
    ]),
  ),
  ...given,
});
const fault = (given: Form = {}): Form => ({
  description: `隐患${unique()}`,
  severity: "general",
  responsible: "张示例",
  dueOn: addDays(today, 7),
  ...given,
});
const address = () => `/inspections/new?site=${siteId}`;
const hazardsOf = async (id: string) => {
  const inspection = await findInspection(alliance.viewers.coordinator, id);
  return inspection?.items.filter(({ hazardId }) => hazardId !== null) ?? [];
};

/** A hazard of today on the village's pond. */
async function found(given: object = {}) {
  const made = makeInspection({ siteId, inspectedOn: today, hazard: { dueOn: addDays(today, 7), ...given } });
  await recordInspections({ ...alliance.writer, now: new Date() }, [made]);
  return String(made.hazards[0]?.id);
}
const step = (intent: string, given: Form = {}): Form => ({
  id: uuidv7(),
  pictureId: uuidv7(),
  intent,
  happenedOn: today,
  note: "说明",
  ...given,
});
const hazard = (id: string) => findHazard(alliance.viewers.coordinator, id);

test("the form shows every item, and what has to be said of a hazard without a script", async () => {
  const text = await inspector.text(address());
  for (const { text: item } of items) expect(text).toContain(item);
  expect(text.match(/name="items\[\d+\]\.picture"/g)).toHaveLength(items.length);
  expect(text).toContain(alliance.organizations.village.contacts[1].name);
});

test("an inspection sent twice is one; a failed item and one beyond the list become hazards with pictures", async () => {
  const form = inspectionForm(
    { 1: fault({ picture: png() }) },
    Object.fromEntries(
      Object.entries(fault({ severity: "major" })).map(([name, value]) => [`beyond.${name}`, value]),
    ),
  );
  const answers = await Promise.all([inspector.post(address(), form), inspector.post(address(), form)]);
  expect(answers.map(({ status }) => status)).toEqual([302, 302]);
  expect(answers[0]?.headers.get("location")).toBe(`/inspections/${form.id}`);
  const made = await hazardsOf(String(form.id));
  expect(made.map(({ number, severity }) => [number, severity])).toEqual([
    [2, "general"],
    [items.length + 1, "major"],
  ]);
  const first = await hazard(String(made[0]?.hazardId));
  expect(first).toMatchObject({ itemText: items[1]?.text, responsible: "张示例", status: "open" });
  const picture = await keeper.get(`/hazards/${first?.id}/pictures/${first?.steps[0]?.id}`);
  expect(picture.headers.get("content-type")).toBe("image/png");
  expect(picture.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  const shown = await keeper.text(`/inspections/${form.id}`);
  expect(shown).toContain(String(made[0]?.description));
});

test("what is missing is named at its item, what was typed stays, and nothing is stored", async () => {
  for (const [failed, given, reason] of [
    [{ 2: fault({ description: "" }) }, {}, "items[2].description"],
    [{ 2: fault({ severity: "" }) }, {}, "items[2].severity"],
    [{ 2: fault({ dueOn: addDays(today, -1) }) }, {}, "items[2].dueOn"],
    [{}, { "items[0].result": "" }, "items[0].result"],
    [{}, { "items[0].result": "fine" }, "items[0].result"],
    [{}, { "beyond.description": "没有说完的" }, "beyond.severity"],
    [{}, { inspectedOn: addDays(today, 1) }, "inspectedOn"],
    [{}, { inspectors: " " }, "inspectors"],
    [{ 2: fault({ picture: new File(["<script>"], "a.png") }) }, {}, "items[2].picture"],
  ] as const) {
    const form = inspectionForm(failed as unknown as Record<number, Form>, { note: "很长的说明", ...given });
    const answer = await inspector.post(address(), form);
    const text = await answer.text();
    expect([reason, answer.status]).toEqual([reason, 400]);
    expect(text).toContain(`href="#inspection-${reason}"`);
    expect(text).toContain("很长的说明");
    expect(await findInspection(alliance.viewers.coordinator, String(form.id))).toBeUndefined();
  }
});

test("the keeper puts right with a photo, the inspector sends back and closes, the page tells all of it", async () => {
  const id = await found();
  const page = `/hazards/${id}`;
  const bare = await keeper.post(page, step("rectified", { note: "没拍照" }));
  expect(bare.status).toBe(400);
  expect(await bare.text()).toContain("没拍照");
  const once = step("rectified", { note: "换了新线", picture: png() });
  const twice = await Promise.all([keeper.post(page, once), keeper.post(page, once)]);
  expect(twice.map(({ status }) => status)).toEqual([302, 302]);
  expect((await keeper.post(page, step("closed"))).status).toBe(403);
  const early = await inspector.post(page, step("sent_back", { dueOn: addDays(today, -1) }));
  expect(early.status).toBe(400);
  const back = step("sent_back", { dueOn: addDays(today, 9), note: "还有一处" });
  expect((await inspector.post(page, back)).status).toBe(302);
  expect(await hazard(id)).toMatchObject({ status: "open", dueOn: addDays(today, 9) });
  expect((await keeper.post(page, step("rectified", { picture: png() }))).status).toBe(302);
  expect((await inspector.post(page, step("closed", { note: "" }))).status).toBe(302);
  expect(await hazard(id)).toMatchObject({ status: "closed", closedOn: today });
  const late = await inspector.post(page, step("closed", { note: "来晚了" }));
  expect(late.status).toBe(400);
  expect(await late.text()).toMatch(/状态已经变了.*来晚了/s);
  const text = await keeper.text(page);
  for (const words of ["换了新线", "还有一处", "复查合格，销号"]) expect(text).toContain(words);
  expect(text).not.toContain("<textarea");
});

test("a town officer writes it down for a village that can't, marked as such, and may go without a photo", async () => {
  const id = await found();
  expect((await town.post(`/hazards/${id}`, step("rectified"))).status).toBe(302);
  expect(await keeper.text(`/hazards/${id}`)).toContain("代录");
  expect((await town.post(`/hazards/${id}`, step("closed"))).status).toBe(302);
  expect((await inspector.post(`/hazards/${await found()}`, step("rectified"))).status).toBe(403);
});

test("a step of an unknown kind is no step", async () => {
  const id = await found();
  expect((await inspector.post(`/hazards/${id}`, step("found"))).status).toBe(400);
  expect((await hazard(id))?.steps).toHaveLength(1);
});

test("overdue rises to the first pages of town and county, and to the inspector's; the village sees its own", async () => {
  const own = await makeAlliance(["village", "otherVillage"]);
  const site = own.organizations.village.sites[0]?.id ?? "";
  const day = addDays(today, -9);
  const made = makeInspection({ siteId: site, inspectedOn: day, hazard: { dueOn: addDays(today, -1) } });
  await recordInspections({ ...own.writer, now: new Date() }, [made]);
  const { description = "", id = "" } = made.hazards[0] ?? {};
  const first = async (viewer: Parameters<typeof visitorAs>[0]) => (await visitorAs(viewer)).text("/");
  expect(await first(own.viewers.coordinator)).toContain("/hazards?overdue=yes");
  for (const role of ["town", "inspector", "village"] as const)
    expect(await first(own.viewers[role])).toContain(description);
  for (const role of ["otherTown", "otherVillage"] as const)
    expect(await first(own.viewers[role])).not.toContain(description);
  const client = await visitorAs(own.viewers.town);
  expect(await client.text("/hazards?overdue=yes")).toContain(description);
  await takeSteps({ viewer: own.viewers.village, now: new Date() }, [
    { id: uuidv7(), hazardId: id, kind: "rectified", happenedOn: today, note: "好了" },
  ]);
  expect(await client.text("/hazards?overdue=yes")).not.toContain(description);
  expect(await client.text("/")).toContain("/hazards?status=rectified");
});

test("the ledger goes out as a sheet, on paper and by the API, narrowed as the list is", async () => {
  const minor = String((await hazard(await found()))?.description);
  const grave = String((await hazard(await found({ severity: "major" })))?.description);
  for (const path of [
    "/hazards?severity=major",
    "/hazards/print?severity=major",
    "/hazards/export?severity=major&format=csv",
    "/api/v1/hazards?severity=major",
  ]) {
    const text = await inspector.text(path);
    expect([path, text.includes(grave)]).toEqual([path, true]);
    expect([path, text.includes(minor)]).toEqual([path, false]);
  }
  const { items: listed } = await listHazards(alliance.viewers.inspector, {}, { today, limit: 500 });
  const seen: string[] = [];
  let next: string | null = "";
  do {
    const page: { items: { id: string }[]; next: string | null } = await inspector.json(
      `/api/v1/hazards?limit=2&after=${next}`,
    );
    seen.push(...page.items.map(({ id }) => id));
    next = page.next;
  } while (next);
  expect(seen).toEqual(listed.map(({ id }) => id));
});

test("a parameter that can't be read is named", async () => {
  const key = Buffer.from(JSON.stringify(["2026-02-30", uuidv7()])).toString("base64url");
  for (const path of ["/hazards", "/inspections", "/api/v1/hazards"])
    for (const query of ["month=2026-13", "town=1", "site=x", `after=${key}`]) {
      const answer = await inspector.get(`${path}?${query}`);
      expect([path, query, answer.status]).toEqual([path, query, 400]);
      expect(await answer.text()).toContain(query.split("=")[0]);
    }
  for (const query of ["status=late", "severity=huge", "overdue=no"])
    expect((await inspector.get(`/hazards?${query}`)).status).toBe(400);
  expect((await inspector.post("/inspections/new", inspectionForm())).status).toBe(400);
});

test("the coordinator edits a checklist; a second editor sees both; the next inspection asks the new items", async () => {
  const { viewers, organizations } = await makeAlliance(["village"]);
  const coordinator = await visitorAs(viewers.coordinator);
  const page = "/admin/checklists?kind=pond";
  expect((await coordinator.post(page, { version: "1", lines: "# 只有标题" })).status).toBe(400);
  const long = await coordinator.post(page, { version: "1", lines: `长${"长".repeat(130)}` });
  expect(long.status).toBe(400);
  expect((await coordinator.post(page, { version: "1", lines: "# 自己的\n夜里有人值守" })).status).toBe(302);
  const late = await coordinator.post(page, { version: "1", lines: "另一份清单" });
  expect(late.status).toBe(409);
  const text = await late.text();
  for (const words of ["夜里有人值守", "另一份清单"]) expect(text).toContain(words);
  const form = await coordinator.text(`/inspections/new?site=${organizations.village.sites[0]?.id}`);
  expect(form).toContain("夜里有人值守");
  expect(form).not.toContain("另一份清单");
  expect(await coordinator.text("/admin/checklists?kind=plant")).not.toContain("夜里有人值守");
});
