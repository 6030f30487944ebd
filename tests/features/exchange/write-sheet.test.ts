import ExcelJS from "exceljs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Fields } from "#app/features/exchange/column.ts";
import { explainNote } from "#app/features/exchange/explain.ts";
import { bareText, harmlessText } from "#app/features/exchange/formula.ts";
import { matchColumns } from "#app/features/exchange/match-columns.ts";
import messages from "#app/features/exchange/messages.zh.ts";
import { previewRows } from "#app/features/exchange/preview.ts";
import { readCsv } from "#app/features/exchange/read-csv.ts";
import { readSheet } from "#app/features/exchange/read-sheet.server.ts";
import { readXlsx } from "#app/features/exchange/read-xlsx.server.ts";
import { writeCsv } from "#app/features/exchange/write-csv.ts";
import { writeErrorRows } from "#app/features/exchange/write-errors.server.ts";
import { writeTemplate, writeXlsx } from "#app/features/exchange/write-xlsx.server.ts";
import { type PondField, ponds } from "./definition.ts";

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom(
    "=1+1",
    "-1.5",
    "+8613800000000",
    "@SUM(A1)",
    "'=1",
    "''-x",
    "＝1",
    '"',
    "a,b\r\nc",
    "_x0041_",
    "-",
  ),
  fc.string({
    unit: fc.constantFrom("'", "=", "+", "-", "1", ".", "\t", "\r", "\n", ",", '"', ";", "_x000D_"),
  }),
);
const pond = fc.record<Fields<PondField>>({
  code: fc.integer({ min: 1, max: 99_999 }).map((number) => `P-${number}`),
  name: text,
  kind: fc.constantFrom("pond", "earth_pond", ""),
  area: fc.integer({ min: -1e9, max: 1e9 }).map((number) => String(number / 1000)),
  since: fc
    .date({ min: new Date("1900-03-01"), max: new Date("2099-12-31"), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  phone: fc.constantFrom("013800000000", "612401199001011234", ""),
});

/** Neither file keeps white space at the ends or the difference between kinds of line ends. */
function asRead(value: string) {
  return value.replace(/\r\n?/g, "\n").trim();
}

async function valuesOf(sheet: { rows: { number: number; cells: string[] }[] }) {
  const [headings, ...rows] = sheet.rows;
  const match = matchColumns(ponds, headings?.cells ?? []);
  const { rows: previews } = await previewRows({ definition: ponds, match, rows, existing: new Map() });
  return previews.map((row) => row.values);
}

describe("what goes out comes back the same", () => {
  const language = fc.constantFrom("zh" as const, "en" as const);
  // "-" alone means "nothing to say" in a cell, and control characters have no place in one.
  const storable = pond.filter(
    ({ name }) =>
      !/^[-–—―/]*$/.test(asRead(name ?? "").normalize("NFKC")) &&
      !/[^\P{Cc}\t\n\r]|\p{Cs}/u.test(asRead(name ?? "")),
  );
  const file = fc.uniqueArray(storable, { maxLength: 6, selector: (row) => row.code });
  const expected = (rows: Fields<PondField>[]) =>
    rows.map((row) => ({ ...row, name: asRead(row.name ?? "") }));

  test("by csv", async () => {
    await fc.assert(
      fc.asyncProperty(file, language, async (rows, language) => {
        const bytes = await writeCsv(ponds, rows, { language });
        expect(await valuesOf(readCsv(bytes))).toEqual(expected(rows));
      }),
    );
  });

  test("by xlsx", async () => {
    await fc.assert(
      fc.asyncProperty(file, language, async (rows, language) => {
        const bytes = await writeXlsx(ponds, rows, { language });
        expect(await valuesOf(await readXlsx(bytes))).toEqual(expected(rows));
      }),
      { numRuns: 50 },
    );
  });
});

describe("no cell of a csv is a formula", () => {
  test("whatever the text", () => {
    fc.assert(
      fc.property(text, (value) => {
        const written = harmlessText(value);
        expect(written).not.toMatch(/^\s*[=+@＝＋－＠]|^\s*-(?!\d+(\.\d+)?$)/);
        expect(bareText(written)).toBe(value.trim());
      }),
    );
  });

  test("and plain numbers stay numbers", () => {
    expect(["-1.5", "-20", "7"].map(harmlessText)).toEqual(["-1.5", "-20", "7"]);
    expect(["=1+1", "+1", "-1-1", "@a", "\t=1", "\r=1"].map(harmlessText)).toEqual([
      "'=1+1",
      "'+1",
      "'-1-1",
      "'@a",
      "'=1",
      "'=1",
    ]);
  });
});

async function open(bytes: Buffer) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return workbook;
}

const row: Fields<PondField> = {
  code: "P-1",
  name: "=HYPERLINK(1)",
  kind: "pond",
  area: "-1.5",
  since: "2026-03-15",
  phone: "013800000000",
};

test("an xlsx keeps text as text, numbers as numbers, days as days", async () => {
  const sheet = (await open(await writeXlsx(ponds, [row], { language: "en" }))).getWorksheet("Ponds");
  expect(sheet?.getRow(1).values).toEqual([
    undefined,
    "Code",
    "Name*",
    "Kind",
    "Area (mu)",
    "In use since",
    "Telephone",
  ]);
  expect(sheet?.getRow(2).values).toEqual([
    undefined,
    "P-1",
    "=HYPERLINK(1)",
    "Land-based pond",
    -1.5,
    new Date("2026-03-15T00:00:00Z"),
    "013800000000",
  ]);
  expect(sheet?.getCell("B2").type).toBe(ExcelJS.ValueType.String);
  expect(sheet?.getCell("F2").numFmt).toBe("@");
  expect(sheet?.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
});

test("a csv has its mark, its line ends and its quotes", async () => {
  const bytes = await writeCsv(ponds, [{ ...row, name: '一"号,池' }], { language: "zh" });
  expect(bytes.toString()).toBe(
    '\uFEFF编码,名称,类型,面积（亩）,启用日期,电话\r\nP-1,"一""号,池",陆基高密度养鱼池,-1.5,2026-03-15,013800000000\r\n',
  );
});

test("rows may come one after the other from a database", async () => {
  async function* rows() {
    for (let index = 0; index < 600; index += 1) yield { ...row, code: `P-${index}` };
  }
  expect(readCsv(await writeCsv(ponds, rows(), { language: "zh" })).rows).toHaveLength(601);
  expect((await readXlsx(await writeXlsx(ponds, rows(), { language: "zh" }))).rows).toHaveLength(601);
});

describe("the template", () => {
  test("explains itself and offers the choices", async () => {
    const workbook = await open(await writeTemplate(ponds, { language: "zh" }));
    expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ["鱼池", "visible"],
      ["填写说明", "visible"],
      ["选项", "hidden"],
    ]);
    const sheet = workbook.getWorksheet("鱼池");
    expect(sheet?.getCell("A1").note).toBe("留空则新增");
    expect(sheet?.getCell("C3").dataValidation).toMatchObject({
      type: "list",
      formulae: ["'选项'!$A$1:$A$2"],
    });
    expect(sheet?.getCell("C2").dataValidation).toBeUndefined();
    const choices = workbook.getWorksheet("选项");
    expect([choices?.getCell("A1").value, choices?.getCell("A2").value]).toEqual([
      "陆基高密度养鱼池",
      "土塘",
    ]);
    expect(JSON.stringify(workbook.getWorksheet("填写说明")?.getSheetValues())).toContain("清空");
  });

  test.each(["zh", "en"] as const)(
    "is accepted as it is, in %s: its example is skipped",
    async (language) => {
      const sheet = await readSheet(await writeTemplate(ponds, { language }), "a.xlsx", ponds);
      const match = matchColumns(ponds, sheet.headings);
      expect(match).toMatchObject({ usable: true, unknown: [], missing: [] });
      const preview = await previewRows({ definition: ponds, match, rows: sheet.rows, existing: new Map() });
      expect(preview).toMatchObject({ rows: [], skipped: 1 });
    },
  );
});

describe("the rows with errors", () => {
  const bytes = Buffer.from("编码,名称,备注\nP-1,一,甲\n6.1E+17,二,乙\nP-3,,'=1\n");

  test("come back as they came, with their reasons, and are read again without them", async () => {
    const sheet = await readSheet(bytes, "a.csv", ponds);
    const reasons = new Map([
      [3, ["编码：丢失", "另一条"]],
      [4, ["名称：不能为空"]],
    ]);
    const again = await readSheet(
      await writeErrorRows(ponds, sheet, reasons, { language: "zh" }),
      "b.xlsx",
      ponds,
    );
    expect(again.headings).toEqual(["编码", "名称", "备注", "错误原因（导入时忽略）"]);
    expect(again.rows.map((row) => row.cells)).toEqual([
      ["6.1E+17", "二", "乙", "编码：丢失\n另一条"],
      ["P-3", "", "=1", "名称：不能为空"],
    ]);
    // A lost code stays an error until somebody types it anew.
    expect(again.rows[0]?.problems).toEqual([{ column: 0, reason: "digitsLost" }]);
    expect(matchColumns(ponds, again.headings).fields).toEqual(["code", "name", undefined, undefined]);
    const third = await readXlsx(
      await writeErrorRows(ponds, again, new Map([[2, ["新"]]]), { language: "en" }),
    );
    expect(third.rows.map((row) => row.cells.length)).toEqual([4, 4]);
  });

  test("cells lost in an xlsx stay errors too", async () => {
    const rows = [
      {
        number: 2,
        cells: ["612401199001011200", "#REF!", ""],
        problems: [
          { column: 0, reason: "digitsLost" as const },
          { column: 1, reason: "formulaError" as const },
          { column: 2, reason: "formulaWithoutResult" as const },
        ],
      },
    ];
    const written = await writeErrorRows(
      ponds,
      { headings: ["编码", "名称", "类型"], rows },
      new Map([[2, ["x"]]]),
      {
        language: "zh",
      },
    );
    expect((await readXlsx(written)).rows[1]?.problems?.map(({ column }) => column)).toEqual([0, 1, 2]);
  });
});

test("a reason names its column and the choices", () => {
  const lookUp = (key: string, params: Record<string, unknown> = {}) => {
    const [group, name] = key.split(".") as ["row", "inColumn"];
    return messages[group][name].replace(/\{\{(\w+)\}\}/g, (_, param: string) => String(params[param]));
  };
  const note = { field: "kind" as const, message: "cell.notAChoice", params: { text: "湖" } };
  expect(explainNote(note, ponds, { t: lookUp, language: "zh" })).toBe(
    "类型：“湖”不在可选项中，可填：陆基高密度养鱼池、土塘",
  );
});
