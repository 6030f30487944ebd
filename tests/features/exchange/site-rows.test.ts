import gcoord from "gcoord";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#app/database.server.ts";
import { insertOrganizations } from "#app/features/members/queries/write-organizations.server.ts";
import { organizationFields } from "#app/features/members/schema.ts";
import { type Alliance, addOrganization, makeAlliance, townA, unique } from "#tests/factories.ts";
import { previewOf } from "./registers.ts";

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});

const headings = ["编号", "名称", "类型", "经营者", "所在镇"];
const pond = (code: string, operator: string, ...more: string[]) => [
  code,
  `${code}池`,
  "陆基圆池",
  operator,
  ...more,
];
const code = () => unique().toUpperCase();

describe("what people write is understood", () => {
  test("words, names, lists and mu become what a form would send", async () => {
    const { coordinator } = alliance.viewers;
    const { village } = alliance.organizations;
    const { rows } = await previewOf(coordinator, "sites", [
      ["编号", "名称", "类型", "经营者", "登记面积（亩）", "品种", "禁止投饵", "水面性质"],
      [code(), "大水库（示例）", "大水面", village.code.toLowerCase(), "12.34", "草鱼, 鲢", "是", "水库"],
    ]);
    expect(rows[0]).toMatchObject({
      status: "new",
      values: {
        kind: "water_area",
        stage: "farming",
        status: "in_use",
        townCode: townA,
        operatorId: village.code.toUpperCase(),
        ownerId: village.code.toUpperCase(),
        registeredAreaMu: "12.34",
        noFeeding: "true",
        waterBody: "reservoir",
      },
    });
    expect(rows[0]?.values.species?.split(",")).toHaveLength(2);
  });

  test("a name that two villages bear decides nothing, its code does", async () => {
    const { coordinator } = alliance.viewers;
    const name = `同名${unique()}`;
    const villages = [code(), code()].map((villageCode, index) => ({
      id: uuidv7(),
      ...organizationFields.parse({
        kind: "village",
        villageCode: `61092199${String(1000 + index)}`,
        code: villageCode,
        name,
        townCode: townA,
      }),
    }));
    await insertOrganizations(alliance.writer, villages);
    const [first, second] = villages.map((village) => village.code);
    const { rows } = await previewOf(coordinator, "sites", [
      headings,
      pond(code(), name),
      pond(code(), `${name}（${second}）`),
      pond(code(), `别的村（${first}）`),
      pond(code(), "没有的村"),
    ]);
    expect(rows.map(({ status }) => status)).toEqual(["error", "new", "error", "error"]);
    expect(rows[0]?.errors[0]).toMatchObject({
      field: "operatorId",
      message: "cell.severalOrganizations",
      params: { candidates: expect.stringContaining(String(first)) },
    });
    expect(rows[1]?.values.operatorId).toBe(second);
    expect(rows[2]?.errors[0]).toMatchObject({ message: "cell.otherOrganization", params: { name } });
    expect(rows[3]?.errors[0]).toMatchObject({ message: "cell.unknownOrganization" });
  });

  test("coordinates of Chinese maps are turned into WGS 84 once", async () => {
    const { coordinator } = alliance.viewers;
    const { village } = alliance.organizations;
    const [lng, lat] = gcoord.transform([108.591, 32.859], gcoord.WGS84, gcoord.GCJ02);
    const { rows } = await previewOf(coordinator, "sites", [
      [...headings, "坐标系", "经度", "纬度"],
      pond(code(), village.code, "", "GCJ-02", String(lng), String(lat)),
      pond(code(), village.code, "", "WGS 84", String(lng), String(lat)),
      pond(code(), village.code, "", "火星坐标", String(lng), ""),
      pond(code(), village.code, "", "西安 80", String(lng), String(lat)),
    ]);
    expect(Number(rows[0]?.values.lng)).toBeCloseTo(108.591, 5);
    expect(Number(rows[0]?.values.lat)).toBeCloseTo(32.859, 5);
    expect(rows[0]).toMatchObject({ status: "new", values: { positionSource: "import" } });
    expect(rows[1]?.values.lng).toBe(String(lng));
    expect(rows[2]?.errors.map(({ field }) => field)).toContain("system");
    expect(rows[3]?.errors).toMatchObject([{ field: "system", message: "cell.notAChoice" }]);
  });

  test("a place far from the operator's village is asked about", async () => {
    const { village } = alliance.organizations;
    const { rows } = await previewOf(alliance.viewers.coordinator, "sites", [
      [...headings, "经度", "纬度"],
      pond(code(), village.code, "", "108.9", "32.858"),
    ]);
    expect(rows[0]).toMatchObject({ status: "warning", act: "insert" });
    expect(rows[0]?.warnings[0]?.message).toBe("sites:doubt.farFromVillage");
  });

  test("missing columns and empty cells leave what is stored", async () => {
    const { village } = alliance.organizations;
    const [site] = village.sites;
    if (!site) throw new Error("the village has a site");
    const { rows } = await previewOf(alliance.viewers.coordinator, "sites", [
      ["编号", "名称", "备注"],
      [site.code, "改了名", "—"],
    ]);
    expect(rows[0]).toMatchObject({
      status: "changes",
      changes: [{ field: "name", from: site.name, to: "改了名" }],
      values: { note: site.note, volumeM3: String(site.volumeM3), operatorId: village.code },
    });
  });
});

describe("rows are judged as the form would judge them", () => {
  test("what the form's schema refuses is an error at its cell", async () => {
    const { village } = alliance.organizations;
    const { rows } = await previewOf(alliance.viewers.coordinator, "sites", [
      [...headings, "直径", "水深", "水面性质", "租期开始", "租期结束"],
      pond(code(), village.code, "", "50", "1.1"),
      pond(code(), village.code, "", "6", "9"),
      pond(code(), village.code, "", "6", "1.1", "水库"),
      pond(code(), village.code, "", "6", "1.1", "", "2026-01-01", "2025-01-01"),
    ]);
    expect(rows.map(({ errors }) => errors.map(({ field, message }) => [field, message]))).toEqual([
      [["diameterM", "common:error.diameter"]],
      [["depthM", "common:error.pondDepth"]],
      [["waterBody", "common:error.waterOnly"]],
      [["leaseTo", "common:error.endBeforeStart"]],
    ]);
  });

  test("a keeper enters own sites only, and learns nothing of others", async () => {
    const { village, otherVillage } = alliance.organizations;
    const foreign = otherVillage.sites[0]?.code ?? "";
    const { rows } = await previewOf(alliance.viewers.village, "sites", [
      headings,
      pond(code(), ""),
      pond(code(), village.code),
      pond(foreign, otherVillage.code),
      pond(code(), otherVillage.code),
    ]);
    expect(rows.map(({ status }) => status)).toEqual(["new", "new", "error", "error"]);
    expect(rows[2]?.errors).toEqual(rows[3]?.errors);
    expect(JSON.stringify(rows[2])).not.toContain(otherVillage.name);
  });

  test("a keeper neither hands a site over nor takes a code that is in use", async () => {
    const { village, enterprise, otherVillage } = alliance.organizations;
    const own = village.sites[0]?.code ?? "";
    const foreign = otherVillage.sites[0]?.code ?? "";
    const { rows } = await previewOf(alliance.viewers.village, "sites", [
      headings,
      pond(own, enterprise.code),
      pond(foreign, ""),
    ]);
    expect(rows[0]?.errors).toEqual([{ field: "operatorId", message: "row.handOver" }]);
    expect(rows[1]?.errors).toEqual([{ field: "code", message: "common:error.codeTaken" }]);
  });

  test("a town officer enters the town's sites only", async () => {
    const { village, otherVillage } = alliance.organizations;
    const lines = [
      headings,
      pond(code(), village.code),
      pond(code(), otherVillage.code),
      [otherVillage.sites[0]?.code ?? "", "改了名", "大水面", otherVillage.code],
    ];
    const { rows } = await previewOf(alliance.viewers.town, "sites", lines);
    expect(rows.map(({ status }) => status)).toEqual(["new", "error", "error"]);
    const other = await previewOf(alliance.viewers.otherTown, "sites", lines);
    expect(other.rows.map(({ status }) => status)).toEqual(["error", "new", "changes"]);
  });

  test("an enterprise enters own sites", async () => {
    const { village, enterprise } = alliance.organizations;
    const { rows } = await previewOf(alliance.viewers.enterprise, "sites", [
      headings,
      pond(code(), ""),
      pond(code(), enterprise.code),
      pond(code(), village.code),
    ]);
    expect(rows.map(({ status }) => status)).toEqual(["new", "new", "error"]);
  });

  test("another county's organizations and sites are unknown", async () => {
    const other = await makeAlliance(["village"]);
    const { village } = other.organizations;
    const site = village.sites[0]?.code ?? "";
    const { rows } = await previewOf(alliance.viewers.coordinator, "sites", [
      headings,
      pond(site, village.code),
      pond(site, alliance.organizations.village.code),
    ]);
    expect(rows[0]?.errors[0]?.message).toBe("cell.unknownOrganization");
    expect(rows[1]?.status).toBe("error");
    expect(rows[1]?.errors[0]?.message).toBe("row.doubled");
  });
});

test("an organization that has ended is no operator any more", async () => {
  const { coordinator } = alliance.viewers;
  const gone = await addOrganization(alliance.writer, "neighbour");
  const preview = () => previewOf(coordinator, "sites", [headings, pond(code(), gone.code)]);
  expect((await preview()).rows[0]?.status).toBe("new");
  await database
    .updateTable("organization")
    .set({ endedOn: "2026-01-01" })
    .where("allianceId", "=", alliance.id)
    .where("id", "=", gone.id)
    .execute();
  expect((await preview()).rows[0]?.errors[0]?.message).toBe("cell.unknownOrganization");
});
