import { expect, test } from "vitest";
import { matchColumns, splitHeadings } from "#app/features/exchange/match-columns.ts";
import { reasonHeading } from "#app/features/exchange/sheet-wording.ts";
import { ponds } from "./definition.ts";

test.each([
  ["Chinese", ["编码", "名称", "面积（亩）"]],
  ["English", ["Code", "Name", "Area (mu)"]],
  ["a mixture", ["code", "名称", "Area"]],
  ["full width, spaces, stars, line ends, case", ["ＣＯＤＥ", " 名 称 *", "面积\n(亩)"]],
  ["an alias", ["编码：", "池名", "面积【亩】"]],
])("headings are known in %s", (_, headings) => {
  expect(matchColumns(ponds, headings)).toEqual({
    fields: ["code", "name", "area"],
    unknown: [],
    otherUnit: [],
    missing: [],
    doubled: [],
    usable: true,
  });
});

test("an area in another unit is not taken for mu", () => {
  const match = matchColumns(ponds, ["编码", "名称", "面积（平方米）"]);
  expect(match.fields).toEqual(["code", "name", undefined]);
  expect(match.otherUnit).toEqual([{ heading: "面积（平方米）", field: "area" }]);
});

test("unknown, missing and doubled columns are reported; empty ones and the reasons are not", () => {
  const match = matchColumns(ponds, ["编码", "Code", "备注", "", reasonHeading.zh, reasonHeading.en]);
  expect(match).toMatchObject({
    unknown: ["备注"],
    missing: ["name"],
    doubled: [{ field: "code", headings: ["编码", "Code"] }],
    usable: false,
  });
});

test("a file without any known column is not usable", () => {
  expect(matchColumns(ponds, ["甲", "乙"]).usable).toBe(false);
});

test("a hostile heading takes no time", () => {
  const start = performance.now();
  matchColumns(
    ponds,
    Array.from({ length: 200 }, () => "（(".repeat(16_000)),
  );
  expect(performance.now() - start).toBeLessThan(2_000);
});

test("where no heading is known, the first row that looks like a table is taken for them", () => {
  const rows = [["标题"], ["甲", "乙"], ["1", "2"]].map((cells, index) => ({ number: index + 1, cells }));
  expect(splitHeadings(ponds, { otherSheets: [], rows })).toMatchObject({
    headingRow: 2,
    headings: ["甲", "乙"],
  });
});
