import { sql } from "kysely";
import { afterAll, beforeEach, expect, test } from "vitest";
import { appendOnlyTables } from "#db/append-only.ts";
import { connect } from "#db/connection.server.ts";
import { setupToken } from "../../start/settings.js";
import { unique } from "../factories.ts";
import { visitor } from "../requests.ts";

const owner = connect(process.env.DATABASE_OWNER_URL as string, { max: 1 });
afterAll(() => owner.destroy());

const address = `/setup?token=${setupToken(process.env.SESSION_SECRET as string)}`;

/** Nobody has an account, as after the first start; alliances of other tests may be there. */
beforeEach(async () => {
  await appendOnly("disable");
  await sql`truncate account cascade`.execute(owner);
  const first = owner.selectFrom("alliance").select("id").where("name", "like", "首次%");
  for (const table of ["auditLog", "organization"] as const)
    await owner.deleteFrom(table).where("allianceId", "in", first).execute();
  await owner.deleteFrom("alliance").where("name", "like", "首次%").execute();
  await appendOnly("enable");
});

/** This file's worker has the database to itself: what is written once goes with the accounts that wrote it. */
async function appendOnly(word: "disable" | "enable") {
  for (const table of appendOnlyTables)
    await sql`alter table ${sql.table(table)} ${sql.raw(word)} trigger append_only`.execute(owner);
}

const form = (fields: Record<string, string> = {}) => ({
  county: "hanyin",
  allianceName: `首次${unique()}`,
  name: "王管理",
  login: unique(),
  password: "four unrelated words here",
  ...fields,
});

const founded = () =>
  owner.selectFrom("alliance").selectAll().where("name", "like", "首次%").executeTakeFirstOrThrow();
const villagesOf = async (allianceId: string) =>
  owner.selectFrom("organization").selectAll().where("allianceId", "=", allianceId).execute();

test("the address printed at the start founds an alliance, and its coordinator is signed in", async () => {
  const client = visitor();
  expect((await client.get(address)).status).toBe(200);
  const typed = form({ villages: "on" });
  const answer = await client.post(address, typed);
  expect(answer.status).toBe(302);
  expect(answer.headers.get("location")).toBe("/");
  expect((await client.get("/admin/accounts")).status).toBe(200);
  const alliance = await founded();
  expect(alliance).toMatchObject({ name: typed.allianceName, countyCode: "610921", sampleAsOf: null });
  expect(alliance.boundary).not.toBeNull();
  const villages = await villagesOf(alliance.id);
  expect(villages).toHaveLength(139);
  expect(villages.find(({ villageCode }) => villageCode === "610921101200")).toMatchObject({
    code: "101200",
  });
  expect((await client.get(address)).status).toBe(404);
  expect((await visitor().post(address, form())).status).toBe(404);
});

test("without the tick no village is registered", async () => {
  expect((await visitor().post(address, form())).status).toBe(302);
  expect(await villagesOf((await founded()).id)).toEqual([]);
});

test("another county is typed, its towns one a line", async () => {
  const other = {
    county: "other",
    countyCode: "610922",
    countyName: "石泉县",
    towns: "610922100 城关镇\r\n\r\n 610922101，饶峰镇\r\n",
  };
  expect((await visitor().post(address, form(other))).status).toBe(302);
  expect(await founded()).toMatchObject({ countyCode: "610922", countyName: "石泉县", boundary: null });
  const towns = await owner
    .selectFrom("town")
    .select(["code", "name"])
    .where("countyCode", "=", "610922")
    .orderBy("code")
    .execute();
  expect(towns).toEqual([
    { code: "610922100", name: "城关镇" },
    { code: "610922101", name: "饶峰镇" },
  ]);
});

test.each([
  ["a weak password", { password: "1234567890" }],
  ["the login as password", { login: "wang.guanli", password: "wang.guanli" }],
  [
    "a town of another county",
    { county: "other", countyCode: "610922", countyName: "县", towns: "610921100 镇" },
  ],
  ["no towns", { county: "other", countyCode: "610922", countyName: "县", towns: " \n" }],
  ["no county code", { county: "other", countyName: "县", towns: "610922100 镇" }],
  ["no alliance", { allianceName: " " }],
])("%s is refused, and nothing is stored", async (_, fields) => {
  const answer = await visitor().post(address, form(fields));
  expect(answer.status).toBe(400);
  expect(await owner.selectFrom("account").select("id").execute()).toEqual([]);
  expect((await visitor().get(address)).status).toBe(200);
});

test("a wrong address leads nowhere", async () => {
  for (const wrong of ["/setup", "/setup?token=", `${address}x`]) {
    expect((await visitor().get(wrong)).status).toBe(404);
    expect((await visitor().post(wrong, form())).status).toBe(404);
  }
});

test("of several at the same time one wins", async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => visitor().post(address, form())));
  expect(answers.map(({ status }) => status).sort()).toEqual([302, 404, 404, 404, 404, 404]);
  expect(await owner.selectFrom("account").select("id").execute()).toHaveLength(1);
});
