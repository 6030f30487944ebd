import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { jobHandlers } from "#app/background.server.ts";
import { database } from "#app/database.server.ts";
import { confirmImport, findImport, listImportRows } from "#app/features/exchange/queries/imports.server.ts";
import { updateSites } from "#app/features/sites/queries/write-sites.server.ts";
import { siteFields } from "#app/features/sites/schema.ts";
import { doOneJob } from "#app/jobs/work.server.ts";
import { connect } from "#db/connection.server.ts";
import { type Alliance, makeAlliance, now, unique } from "#tests/factories.ts";
import { confirmed, previewOf, statusOf, uploaded } from "./registers.ts";

const owner = connect(process.env.DATABASE_OWNER_URL as string, { max: 1 });
afterAll(() => owner.destroy());

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance(["village", "enterprise"]);
});

/** All that is due, as the processes that serve would do it. */
async function work() {
  while (await doOneJob(jobHandlers));
}

const headings = ["编号", "名称", "类型", "经营者"];
const code = () => unique().toUpperCase();
const ponds = (count: number) =>
  Array.from({ length: count }, () => [code(), "示例池", "陆基圆池", alliance.organizations.village.code]);
const sitesWith = (codes: (string | undefined)[]) =>
  database
    .selectFrom("site")
    .select(["code", "name", "version"])
    .where("allianceId", "=", alliance.id)
    .where("code", "in", codes.map(String))
    .execute();
const auditOf = (id: string) =>
  database
    .selectFrom("auditLog")
    .selectAll()
    .where("allianceId", "=", alliance.id)
    .where("subjectId", "=", id)
    .execute();

test("what was shown is stored as one act, with an entry for each row and one for the import", async () => {
  const { coordinator } = alliance.viewers;
  const lines = ponds(250);
  const { id } = await confirmed(coordinator, "sites", [headings, ...lines]);
  expect(await sitesWith(lines.map(([first]) => first))).toEqual([]);
  await work();
  expect(await findImport(coordinator, id)).toMatchObject({ status: "stored", progress: 250, acts: 250 });
  expect(await sitesWith(lines.map(([first]) => first))).toHaveLength(250);
  expect(await auditOf(id)).toMatchObject([
    { action: "import.stored", accountId: coordinator.userId, after: { kind: "sites", rows: 250 } },
  ]);
  const { entries } = await database
    .selectFrom("auditLog")
    .select(({ fn }) => fn.countAll<number>().as("entries"))
    .where("allianceId", "=", alliance.id)
    .where("accountId", "=", coordinator.userId)
    .where("action", "=", "site.added")
    .executeTakeFirstOrThrow();
  expect(entries).toBe(250);
});

test("the sums per town count what was imported", async () => {
  const { coordinator } = alliance.viewers;
  const total = () =>
    database
      .selectFrom("siteTotal")
      .select("sites")
      .where("allianceId", "=", alliance.id)
      .where("kind", "=", "pond")
      .executeTakeFirstOrThrow();
  const before = await total();
  await confirmed(coordinator, "sites", [headings, ...ponds(3)]);
  await work();
  expect((await total()).sites).toBe(before.sites + 3);
});

test("rows with errors are left out, the others are stored", async () => {
  const { coordinator } = alliance.viewers;
  const lines = ponds(3);
  if (lines[1]) lines[1][2] = "湖";
  const { id } = await confirmed(coordinator, "sites", [headings, ...lines]);
  await work();
  expect(await statusOf(coordinator, id)).toBe("stored");
  expect(await sitesWith(lines.map(([first]) => first))).toHaveLength(2);
  const { items } = await listImportRows({ allianceId: alliance.id, id }, { status: "error", limit: 10 });
  expect(items.map(({ number }) => number)).toEqual([3]);
});

test("one row that the database refuses leaves nothing behind", async () => {
  const { coordinator } = alliance.viewers;
  const lines = ponds(150);
  const last = lines.at(-1)?.[0] ?? "";
  const logged = vi.spyOn(console, "error");
  await sql`alter table site add constraint refuse_one check (code <> ${sql.lit(last)})`.execute(owner);
  try {
    const { id } = await confirmed(coordinator, "sites", [headings, ...lines]);
    await work();
    expect(await sitesWith(lines.map(([first]) => first))).toEqual([]);
    expect(await statusOf(coordinator, id)).toBe("queued");
    expect(await auditOf(id)).toEqual([]);
  } finally {
    await sql`alter table site drop constraint refuse_one`.execute(owner);
  }
  expect(logged).not.toHaveBeenCalled();
  // The attempt that comes later finds nothing in its way.
  await database.updateTable("job").set({ runAt: now }).where("doneAt", "is", null).execute();
  await work();
  expect(await sitesWith(lines.map(([first]) => first))).toHaveLength(150);
});

test("what fails again and again is given up, with nothing stored", async () => {
  const { coordinator } = alliance.viewers;
  const lines = ponds(2);
  await sql`alter table site add constraint refuse_one check (code <> ${sql.lit(lines[1]?.[0])})`.execute(
    owner,
  );
  try {
    const { id } = await confirmed(coordinator, "sites", [headings, ...lines]);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await work();
      await database.updateTable("job").set({ runAt: now }).where("doneAt", "is", null).execute();
    }
    expect(await findImport(coordinator, id)).toMatchObject({
      status: "failed",
      failure: "failed.unexpected",
    });
    expect(await doOneJob(jobHandlers)).toBe(false);
    expect(await sitesWith(lines.map(([first]) => first))).toEqual([]);
  } finally {
    await sql`alter table site drop constraint refuse_one`.execute(owner);
  }
});

test("two clicks and two processes at once store once", async () => {
  const { coordinator } = alliance.viewers;
  const lines = ponds(120);
  const imported = await uploaded(coordinator, "sites", [headings, ...lines]);
  const writer = { viewer: coordinator, now };
  const clicks = await Promise.all([confirmImport(writer, imported), confirmImport(writer, imported)]);
  expect(clicks.filter(Boolean)).toHaveLength(1);
  // A job whose process was taken for dead runs twice at the same time.
  const job = { allianceId: alliance.id, payload: { importId: imported.id } };
  const handler = jobHandlers["import.store"];
  await Promise.all([handler?.work(job, now), handler?.work(job, now), work()]);
  expect(await statusOf(coordinator, imported.id)).toBe("stored");
  expect(await sitesWith(lines.map(([first]) => first))).toHaveLength(120);
  expect(await auditOf(imported.id)).toHaveLength(1);
  expect(await confirmImport(writer, imported)).toBe(false);
});

test("a job whose process was killed is done by another", async () => {
  const { coordinator } = alliance.viewers;
  const { id } = await confirmed(coordinator, "sites", [headings, ...ponds(1)]);
  const held = { attempts: 1, lockedUntil: new Date(Date.now() + 60_000) };
  await database
    .updateTable("job")
    .set(held)
    .where("allianceId", "=", alliance.id)
    .where("doneAt", "is", null)
    .execute();
  await work();
  expect(await statusOf(coordinator, id)).toBe("queued");
  await database
    .updateTable("job")
    .set({ lockedUntil: new Date(Date.now() - 1) })
    .where("doneAt", "is", null)
    .execute();
  await work();
  expect(await statusOf(coordinator, id)).toBe("stored");
});

test("where the register moved after the preview, nothing is stored and the new preview waits", async () => {
  const { coordinator } = alliance.viewers;
  const [site] = alliance.organizations.village.sites;
  if (!site) throw new Error("the village has a site");
  const [row] = await sitesWith([site.code]);
  const { id, fingerprint } = await confirmed(coordinator, "sites", [
    ["编号", "名称"],
    [site.code, "表里的名字"],
  ]);
  const { id: _, ...fields } = site;
  await updateSites({ viewer: coordinator, now }, [
    { id: site.id, version: row?.version ?? 1, fields: siteFields.parse({ ...fields, name: "别人改的" }) },
  ]);
  await work();
  expect((await sitesWith([site.code]))[0]?.name).toBe("别人改的");
  const moved = await findImport(coordinator, id);
  expect(moved).toMatchObject({ status: "ready", moved: true });
  expect(moved?.fingerprint).not.toBe(fingerprint);
  const { items } = await listImportRows({ allianceId: alliance.id, id }, { limit: 10 });
  expect(items[0]?.preview.changes).toEqual([{ field: "name", from: "别人改的", to: "表里的名字" }]);
  expect(await confirmImport({ viewer: coordinator, now }, { id, fingerprint })).toBe(false);
  await confirmImport({ viewer: coordinator, now }, { id, fingerprint: String(moved?.fingerprint) });
  await work();
  expect((await sitesWith([site.code]))[0]?.name).toBe("表里的名字");
});

test("members and households are stored with what hangs on them", async () => {
  const { coordinator } = alliance.viewers;
  const villageCode = `610921${String(Date.now()).slice(-6)}`;
  const { id } = await confirmed(coordinator, "members", [
    [
      "行政区划代码",
      "名称",
      "类别",
      "所在镇",
      "法人名称",
      "第一书记",
      "第一书记电话",
      "分类年度",
      "党组织分类",
      "入盟日期",
    ],
    [
      villageCode,
      "新来村",
      "村",
      "涧池",
      "新来村股份经济合作社",
      "示例书记",
      "13900001111",
      "2025",
      "二类",
      "2026-01-01",
    ],
  ]);
  await work();
  expect(await statusOf(coordinator, id)).toBe("stored");
  const again = await previewOf(coordinator, "members", [
    ["编号", "第一书记", "第一书记电话", "党组织分类", "入盟日期", "法人名称", "所在镇"],
    [villageCode.slice(6), "示例书记", "13900001111", "二类", "2026-01-01", "新来村股份经济合作社", "涧池镇"],
  ]);
  expect(again.rows[0]).toMatchObject({ status: "same" });
  const households = await confirmed(coordinator, "households", [
    ["户编号", "户主", "村名", "电话", "户类型"],
    [code(), "示例户", "新来村", "13900002222", "脱贫户、党员户"],
  ]);
  await work();
  expect(await statusOf(coordinator, households.id)).toBe("stored");
  const stored = await database
    .selectFrom("household")
    .select(["headName", "flags"])
    .where("allianceId", "=", alliance.id)
    .where("phone", "=", "13900002222")
    .execute();
  expect(stored).toEqual([{ headName: "示例户", flags: ["lifted", "party"] }]);
});

test("another first secretary follows the one before, who stays in the history", async () => {
  const { coordinator } = alliance.viewers;
  const { village } = alliance.organizations;
  const columns = ["编号", "第一书记", "第一书记电话"];
  for (const [name, phone] of [
    ["书记甲", "13900000001"],
    ["书记乙", "13900000002"],
    ["书记乙", "13900000003"],
  ]) {
    await confirmed(coordinator, "members", [columns, [village.code, String(name), String(phone)]]);
    await work();
  }
  const secretaries = await database
    .selectFrom("contact")
    .select(["name", "phone", "toOn"])
    .where("allianceId", "=", alliance.id)
    .where("organizationId", "=", village.id)
    .where("role", "=", "first_secretary")
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  expect(secretaries).toMatchObject([
    { name: "书记甲", phone: "13900000001", toOn: expect.any(String) },
    { name: "书记乙", phone: "13900000003", toOn: null },
  ]);
});
