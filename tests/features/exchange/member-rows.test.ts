import { beforeAll, describe, expect, test } from "vitest";
import { type Alliance, makeAlliance, unique } from "#tests/factories.ts";
import { previewOf } from "./registers.ts";

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});

const code = () => unique().toUpperCase();
const statuses = async (...given: Parameters<typeof previewOf>) =>
  (await previewOf(...given)).rows.map(({ status }) => status);

describe("members", () => {
  test("a town officer corrects address and contacts of the town's villages, the rest is the coordinator's", async () => {
    const { village, otherVillage } = alliance.organizations;
    const { rows } = await previewOf(alliance.viewers.town, "members", [
      ["编号", "名称", "地址", "第一书记", "标识"],
      [village.code, "", "新地址", "新书记", ""],
      [village.code.toLowerCase(), "新名称", "", "", "脱贫村"],
      [otherVillage.code, "", "新地址", "", ""],
      [code(), "新村", "", "", ""],
    ]);
    // The same village twice is one mistake more.
    expect(rows[0]?.errors.map(({ message }) => message)).toEqual(["row.doubled"]);
    expect(rows[1]?.errors.filter(({ message }) => message === "row.coordinatorOnly")).toEqual([
      { field: "name", message: "row.coordinatorOnly" },
      { field: "flags", message: "row.coordinatorOnly" },
    ]);
    expect(rows[2]?.errors).toEqual([{ message: "row.notYours" }]);
    expect(rows[3]?.errors.map(({ message }) => message)).toContain("row.coordinatorOnly");
  });

  test("a village is known by its village code alone", async () => {
    const { village } = alliance.organizations;
    const { rows } = await previewOf(alliance.viewers.coordinator, "members", [
      ["行政区划代码", "地址"],
      [String(village.villageCode), "新地址"],
    ]);
    expect(rows[0]).toMatchObject({ status: "changes", key: village.code });
  });

  test("codes that identify somebody else are refused, in the register and in the sheet", async () => {
    const { village } = alliance.organizations;
    const fresh = "610921888888";
    const { rows } = await previewOf(alliance.viewers.coordinator, "members", [
      ["编号", "名称", "类别", "行政区划代码", "信用代码", "法人名称", "镇"],
      [code(), "甲村", "村", String(village.villageCode), "", "", "涧池镇"],
      [code(), "乙村", "村", fresh, "", "", "涧池镇"],
      [code(), "丙村", "村", fresh, "", "", "涧池镇"],
      [code(), "丁村", "村", "610921888889", "91610921MA6YXXXXX1", "丁村合作社", "涧池"],
    ]);
    expect(rows.map(({ errors }) => errors.map(({ field, message }) => [field, message]))).toEqual([
      [["villageCode", "common:error.villageCodeTaken"]],
      [],
      [["villageCode", "common:error.villageCodeTaken"]],
      [["creditCode", "common:error.creditCode"]],
    ]);
  });

  test("leaving the alliance is no matter of a cell", async () => {
    const { village } = alliance.organizations;
    const { rows } = await previewOf(alliance.viewers.coordinator, "members", [
      ["编号", "入盟日期"],
      [village.code, "清空"],
    ]);
    expect(rows[0]?.errors).toEqual([{ field: "joinedOn", message: "row.onItsPage" }]);
  });
});

describe("households", () => {
  const headings = ["户编号", "户主", "村"];

  test("a keeper enters the own village's, and learns nothing of others", async () => {
    const { village, otherVillage } = alliance.organizations;
    const foreign = otherVillage.households[0]?.code ?? "";
    const { rows } = await previewOf(alliance.viewers.village, "households", [
      headings,
      [code(), "一户", ""],
      [village.households[0]?.code ?? "", "改名户", ""],
      [foreign, "别户", otherVillage.code],
      [code(), "别户", otherVillage.code],
    ]);
    expect(rows.map(({ status }) => status)).toEqual(["new", "changes", "error", "error"]);
    expect(rows[2]?.errors).toEqual(rows[3]?.errors);
  });

  test("a town officer enters the town's", async () => {
    const { village, otherVillage } = alliance.organizations;
    const lines = [
      headings,
      [code(), "一户", village.code],
      [code(), "一户", otherVillage.code],
      [otherVillage.households[0]?.code ?? "", "改名户", ""],
    ];
    expect(await statuses(alliance.viewers.town, "households", lines)).toEqual(["new", "error", "error"]);
    expect(await statuses(alliance.viewers.otherTown, "households", lines)).toEqual([
      "error",
      "new",
      "changes",
    ]);
  });

  test("flags are several in one cell; another order is no change", async () => {
    const { coordinator } = alliance.viewers;
    const { village } = alliance.organizations;
    const { rows } = await previewOf(coordinator, "households", [
      [...headings, "户类型", "人口"],
      [code(), "一户", village.code, "党员户，脱贫户", "4"],
      [code(), "二户", village.code, "党员户、低保户", "99"],
    ]);
    expect(rows[0]?.values.flags).toBe("lifted,party");
    expect(rows[1]?.errors).toMatchObject([
      { field: "flags", message: "cell.notAChoice", params: { text: "低保户" } },
      { field: "people", message: "common:error.people" },
    ]);
  });
});
