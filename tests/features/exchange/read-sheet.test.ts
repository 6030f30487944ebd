import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { readSheet } from "#app/features/exchange/read-sheet.server.ts";
import { textRow, xlsxFile } from "./archive.ts";
import { ponds } from "./definition.ts";

const headings = textRow(1, ["编码", "名称", "面积"]);

async function excelFile(fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void) {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet("鱼池"), workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function readCells(bytes: Buffer, fileName = "a.xlsx") {
  return (await readSheet(bytes, fileName, ponds)).rows.map((row) => row.cells);
}

describe("a csv is read", () => {
  const table = "编码,名称\r\nA1,军坝\r\n";
  test.each([
    ["UTF-8", Buffer.from(table)],
    ["UTF-8 with its mark", Buffer.from(`\uFEFF${table}`)],
    ["UTF-16, as Excel's Unicode text", Buffer.from(`\uFEFF${table.replaceAll(",", "\t")}`, "utf16le")],
    ["semicolons", Buffer.from(table.replaceAll(",", ";"))],
    ["tabs", Buffer.from(table.replaceAll(",", "\t"))],
    ["old line ends", Buffer.from(table.replaceAll("\r\n", "\r"))],
  ])("in %s", async (_, bytes) => {
    expect(await readSheet(bytes, "表.CSV", ponds)).toMatchObject({
      headings: ["编码", "名称"],
      headingRow: 1,
      rows: [{ number: 2, cells: ["A1", "军坝"] }],
    });
  });

  test("in GB18030 with characters of two and of four bytes", async () => {
    // 编码,名称 / A1,军坝䶮𠮷
    const bytes = Buffer.from("b1e0c2eb2cc3fbb3c60d0a41312cbefcb0d3fe9f9534b2350d0a", "hex");
    expect(await readCells(bytes, "a.csv")).toEqual([["A1", "军坝䶮𠮷"]]);
  });

  test("with quotes, line ends in cells and blank lines, counting rows as a spreadsheet does", async () => {
    const bytes = Buffer.from('编码,名称\n\nA1,"一号""大""池,\n北"\n\nA2,二号池\n');
    const sheet = await readSheet(bytes, "a.csv", ponds);
    expect(sheet.rows).toEqual([
      { number: 3, cells: ["A1", '一号"大"池,\n北'] },
      { number: 5, cells: ["A2", "二号池"] },
    ]);
  });

  test("with a code that Excel turned into a power of ten marked as lost", async () => {
    const sheet = await readSheet(Buffer.from("编码,名称\n6.10921E+11,池\n"), "a.csv", ponds);
    expect(sheet.rows[0]?.problems).toEqual([{ column: 0, reason: "digitsLost" }]);
  });
});

describe("an xlsx is read", () => {
  test("with days, times, numbers, truth, rich text and formulas as people see them", async () => {
    const bytes = await excelFile((sheet) => {
      sheet.addRow(["编码", "名称", "类型", "面积", "启用日期", "电话"]);
      const row = sheet.addRow([
        { richText: [{ text: "P-" }, { text: "1", font: { bold: true } }] },
        { formula: '"一号"&"池"', result: "一号池" },
        true,
        { formula: "0.1+0.2", result: 0.1 + 0.2 },
        new Date("2026-03-15T00:00:00Z"),
        "013800000000",
      ]);
      row.getCell(5).numFmt = 'yyyy"年"m"月"d"日"';
      sheet.addRow(["P-2", 610921101200, false, 0.0000001, new Date("2026-03-15T08:30:00Z"), -1.5]);
      sheet.getCell("E3").numFmt = "yyyy/m/d h:mm";
    });
    expect(await readCells(bytes)).toEqual([
      ["P-1", "一号池", "TRUE", "0.3", "2026-03-15", "013800000000"],
      ["P-2", "610921101200", "FALSE", "0.0000001", "2026-03-15 08:30", "-1.5"],
    ]);
  });

  test("with an 18-digit code kept where it is text and marked where it was a number", async () => {
    const bytes = await excelFile((sheet) => {
      sheet.addRow(["编码", "名称"]);
      sheet.addRow(["612401199001011234", "文本"]);
      sheet.addRow([Number("612401199001011234"), "数字"]);
    });
    const { rows } = await readSheet(bytes, "a.xlsx", ponds);
    expect(rows[0]).toEqual({ number: 2, cells: ["612401199001011234", "文本"] });
    expect(rows[1]?.problems).toEqual([{ column: 0, reason: "digitsLost" }]);
  });

  test("with broken and uncalculated formulas marked", async () => {
    const rows = `${headings}<row r="2"><c r="A2" t="e"><f>X!1</f><v>#REF!</v></c><c r="B2"><f>A1</f></c></row>`;
    const sheet = await readSheet(xlsxFile({ rows }), "a.xlsx", ponds);
    expect(sheet.rows[0]?.problems).toEqual([
      { column: 0, reason: "formulaError" },
      { column: 1, reason: "formulaWithoutResult" },
    ]);
  });

  test("with titles above the headings, merged cells filled downwards and hidden rows marked", async () => {
    const bytes = await excelFile((sheet) => {
      sheet.addRow(["涧池镇鱼池登记表"]);
      sheet.mergeCells("A1:C1");
      sheet.addRow(["填表人：示例", "日期：2026-03-15"]);
      sheet.addRow(["类型", "编码", "池名"]);
      sheet.addRow(["土塘", "P-1", "一"]);
      sheet.addRow([null, "P-2", "二"]).hidden = true;
      sheet.mergeCells("A4:A5");
    });
    const sheet = await readSheet(bytes, "a.xlsx", ponds);
    expect(sheet).toMatchObject({ name: "鱼池", headingRow: 3, headings: ["类型", "编码", "池名"] });
    expect(sheet.rows).toEqual([
      { number: 4, cells: ["土塘", "P-1", "一"] },
      { number: 5, cells: ["土塘", "P-2", "二"], hidden: true },
    ]);
  });

  test("the first visible sheet only, and the others are named", async () => {
    const bytes = await excelFile((sheet, workbook) => {
      sheet.state = "hidden";
      workbook.addWorksheet("甲").addRows([
        ["编码", "名称"],
        ["P-1", "一"],
      ]);
      workbook.addWorksheet("乙").addRow(["别的"]);
    });
    expect(await readSheet(bytes, "a.xlsx", ponds)).toMatchObject({ name: "甲", otherSheets: ["乙"] });
  });

  test("with prefixed element names and without cell references, as other programs write", async () => {
    const sheet = `<x:worksheet xmlns:x="a"><x:sheetData><x:row><x:c t="str"><x:v>编码</x:v></x:c><x:c t="str"><x:v>名称</x:v></x:c></x:row><x:row><x:c t="str"><x:v>P&amp;1</x:v></x:c><x:c t="str"><x:v>a_x000A_b</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(await readCells(xlsxFile({ sheet }))).toEqual([["P&1", "a\nb"]]);
  });

  test("with days counted from 1904", async () => {
    const rows = `${textRow(1, ["编码", "启用日期"])}<row r="2"><c t="str"><v>P-1</v></c><c s="1"><v>44634</v></c></row>`;
    const workbook = `<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>`;
    const styles = `<styleSheet><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="31"/></cellXfs></styleSheet>`;
    const bytes = xlsxFile({ rows, workbook, extra: [{ name: "xl/styles.xml", data: styles }] });
    expect(await readCells(bytes)).toEqual([["P-1", "2026-03-15"]]);
  });

  test("with headings only", async () => {
    expect((await readSheet(xlsxFile({ rows: headings }), "a.xlsx", ponds)).rows).toEqual([]);
  });
});

test("other work goes on while 10,000 rows are read", async () => {
  const rows = Array.from({ length: 10_000 }, (_, index) =>
    textRow(
      index + 2,
      Array.from({ length: 25 }, (_, column) => `格 ${index} ${column}`),
    ),
  );
  const bytes = xlsxFile({ rows: headings + rows.join("") });
  let last = performance.now();
  let longest = 0;
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const start = last;
  const sheet = await readSheet(bytes, "a.xlsx", ponds);
  clearInterval(beat);
  expect(sheet.rows).toHaveLength(10_000);
  expect(sheet.rows[9_999]?.cells[24]).toBe("格 9999 24");
  expect(longest).toBeLessThan((performance.now() - start) / 4);
});

test("more files at once than there are threads are all read, each as itself", async () => {
  const files = Array.from({ length: 5 }, (_, index) => Buffer.from(`编码,名称\nP-${index},池\n`));
  const sheets = await Promise.all(files.map((bytes) => readSheet(bytes, "a.csv", ponds)));
  expect(sheets.map((sheet) => sheet.rows[0]?.cells[0])).toEqual(["P-0", "P-1", "P-2", "P-3", "P-4"]);
});
