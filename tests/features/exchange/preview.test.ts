import { describe, expect, test } from "vitest";
import { isClear, readCell } from "#app/features/exchange/cell.ts";
import { columnOf } from "#app/features/exchange/column.ts";
import { matchColumns } from "#app/features/exchange/match-columns.ts";
import { type Existing, previewRows, type RowCheck } from "#app/features/exchange/preview.ts";
import type { SheetRow } from "#app/features/exchange/sheet.ts";
import { exampleMark } from "#app/features/exchange/sheet-wording.ts";
import { type PondField, ponds } from "./definition.ts";

const stored: Existing<PondField> = {
  version: 7,
  values: { code: "P-1", name: "一号池", kind: "pond", area: "12.5", since: "2026-03-15", phone: null },
};

function preview(
  headings: string[],
  lines: (string[] | Partial<SheetRow>)[],
  check?: RowCheck<PondField>,
  existing = new Map([["P-1", stored]]),
) {
  const rows = lines.map((line, index) => ({
    number: index + 2,
    ...(Array.isArray(line) ? { cells: line } : { cells: [], ...line }),
  }));
  return previewRows({ definition: ponds, match: matchColumns(ponds, headings), rows, existing, check });
}

const all = ["编码", "名称", "类型", "面积", "启用日期", "电话"];

test("every row says what storing it would do", async () => {
  const { rows, counts } = await preview(all, [
    ["P-9", "九号池", "土塘", "3", "2026年4月1日", ""],
    ["p-1", "一号大池", "", "", "", "13800000000"],
    ["P-2", "二号池", "湖", "三亩", "2026-02-30", ""],
    ["", "", "土塘"],
  ]);
  expect(rows.map(({ status, act }) => [status, act])).toEqual([
    ["new", "insert"],
    ["changes", "update"],
    ["error", "none"],
    ["error", "none"],
  ]);
  expect(rows[0]?.values).toEqual({
    code: "P-9",
    name: "九号池",
    kind: "earth_pond",
    area: "3",
    since: "2026-04-01",
    phone: "",
  });
  expect(rows[1]).toMatchObject({
    version: 7,
    changes: [
      { field: "name", from: "一号池", to: "一号大池" },
      { field: "phone", from: "", to: "13800000000" },
    ],
  });
  expect(rows[2]?.errors).toEqual([
    { field: "kind", message: "cell.notAChoice", params: { text: "湖" } },
    { field: "area", message: "cell.notANumber", params: { text: "三亩" } },
    { field: "since", message: "cell.notADay", params: { text: "2026-02-30" } },
  ]);
  expect(rows[3]?.errors).toEqual([{ field: "name", message: "row.required" }]);
  expect(counts).toEqual({ new: 1, changes: 1, same: 0, warning: 0, error: 2 });
});

describe("nothing stored is lost by accident", () => {
  test("other spellings of the same values are the same", async () => {
    const { rows } = await preview(all, [["P-1", "一号池", "Land-based POND", "１２.50", "2026/3/15", "-"]]);
    expect(rows[0]).toMatchObject({ status: "same", act: "none", changes: [] });
  });

  test("empty cells, dashes and missing columns leave what is there", async () => {
    const { rows } = await preview(["编码", "面积"], [["P-1", "—"]]);
    expect(rows[0]).toMatchObject({ status: "same", values: { name: "一号池", area: "12.5" } });
  });

  test("a field is emptied by the word for it, a required one is not", async () => {
    const { rows } = await preview(
      ["编码", "名称", "面积", "类型"],
      [["P-1", "清空", "Clear", "ＣＬＥＡＲ"]],
    );
    expect(rows[0]).toMatchObject({
      status: "error",
      errors: [{ field: "name", message: "row.required" }],
      changes: [
        { field: "name", from: "一号池", to: "" },
        { field: "kind", from: "pond", to: "" },
        { field: "area", from: "12.5", to: "" },
      ],
    });
  });

  test("without its required columns a file still changes records, but adds none", async () => {
    const { rows } = await preview(
      ["编码", "面积"],
      [
        ["P-1", "13"],
        ["P-2", "13"],
      ],
    );
    expect(rows.map((row) => row.status)).toEqual(["changes", "error"]);
  });
});

test("rows with the same key are errors that name each other", async () => {
  const { rows } = await preview(all, [
    ["P-3", "甲"],
    ["P-4", "乙"],
    ["ｐ-3", "丙"],
  ]);
  expect(rows.map((row) => row.errors)).toEqual([
    [{ field: "code", message: "row.doubled", params: { rows: "4" } }],
    [],
    [{ field: "code", message: "row.doubled", params: { rows: "2" } }],
  ]);
});

test("cells that could not be read are errors only in columns that are taken", async () => {
  const { rows } = await preview(
    ["编码", "名称", "备注"],
    [
      { cells: ["612401199001011200", "甲"], problems: [{ column: 0, reason: "digitsLost" }] },
      { cells: ["P-5", "乙", "#REF!"], problems: [{ column: 2, reason: "formulaError" }] },
    ],
  );
  expect(rows.map((row) => row.errors.map((error) => error.message))).toEqual([["cell.digitsLost"], []]);
});

test("the example row is skipped, hidden rows warn", async () => {
  const result = await preview(all, [
    [`${exampleMark.zh}P-001`, "一号池"],
    ["[Example] P-001", "一号池"],
    { cells: ["P-6", "六号池"], hidden: true },
  ]);
  expect(result.skipped).toBe(2);
  expect(result.rows).toMatchObject([{ number: 4, status: "warning", act: "insert" }]);
});

test("the check sees what would be stored, and only rows that change something", async () => {
  const seen: unknown[] = [];
  const { rows } = await preview(
    ["编码", "名称", "面积"],
    [
      ["P-1", "一号池", ""],
      ["P-1b", "新", "x"],
      ["P-8", "新", "900"],
    ],
    (values, existing) => {
      seen.push([values.name, values.area, existing?.version]);
      return {
        errors: [{ field: "area", message: "tooLarge" }].filter(() => values.area === ""),
        warnings: [{ field: "area", message: "unusual" }].filter(() => values.area === "900"),
      } as ReturnType<RowCheck<PondField>>;
    },
  );
  expect(seen).toEqual([
    ["新", "", undefined],
    ["新", "900", undefined],
  ]);
  expect(rows[1]?.errors.map((error) => error.message)).toEqual(["cell.notANumber"]);
  expect(rows[2]).toMatchObject({ status: "warning", act: "insert" });
});

describe("a cell has one spelling", () => {
  test.each([
    ["1,234.50", "1234.5"],
    ["007", "7"],
    ["-0.0", "0"],
    ["+3", "3"],
    ["１２", "12"],
    ["100", "100"],
    ["12,34", undefined],
    ["1e5", undefined],
    ["0".repeat(30_000), undefined],
  ])("number %s", (text, value) => {
    const expected = value === undefined ? { problem: "notANumber" } : { value };
    expect(readCell(columnOf(ponds, "area"), text)).toEqual(expected);
  });

  test.each([
    ["2026-3-5", "2026-03-05"],
    ["2026.03.05", "2026-03-05"],
    ["20260305", "2026-03-05"],
    ["2026-03-05 08:30", "2026-03-05"],
    ["2026-13-01", undefined],
    ["46096", undefined],
  ])("day %s", (text, value) => {
    const expected = value === undefined ? { problem: "notADay" } : { value };
    expect(readCell(columnOf(ponds, "since"), text)).toEqual(expected);
  });

  test("code", () => {
    expect(readCell(columnOf(ponds, "phone"), "'138 0000 0000")).toEqual({ value: "13800000000" });
    expect(isClear("清空 ")).toBe(true);
    expect(isClear("清空池")).toBe(false);
  });
});

test("other work goes on while thousands of rows are compared", async () => {
  let turns = 0;
  const beat = setInterval(() => {
    turns += 1;
  }, 1);
  const lines = Array.from({ length: 5_000 }, (_, index) => [
    `P-${index}`,
    "池",
    "土塘",
    "12.5",
    "2026-03-15",
  ]);
  const { counts } = await preview(all, lines);
  clearInterval(beat);
  expect(counts).toMatchObject({ new: 4_999, changes: 1 });
  expect(turns).toBeGreaterThan(1);
});

test("a file with one key in every row is judged in no time", async () => {
  const { counts } = await preview(
    all,
    Array.from({ length: 20_000 }, () => ["P-3", "池"]),
  );
  expect(counts.error).toBe(20_000);
});
