import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readSheet } from "#app/features/exchange/read-sheet.server.ts";
import { limits, SheetRefused } from "#app/features/exchange/sheet.ts";
import { textRow, xlsxFile, xlsxParts, zipFile } from "./archive.ts";
import { ponds } from "./definition.ts";

const headings = textRow(1, ["编码", "名称"]);

async function refusal(bytes: Buffer, fileName: string) {
  try {
    await readSheet(bytes, fileName, ponds);
  } catch (error) {
    if (error instanceof SheetRefused) return error.reason;
    throw error;
  }
  return "read";
}

describe("a file is refused with its reason", () => {
  const compound = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504)]);
  const png = Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), randomBytes(500)]);
  const whole = xlsxFile({ rows: headings + textRow(2, ["P-1", "一号池"]) });
  const manyRows = Array.from({ length: limits.rows + 20 }, (_, index) => `P-${index},池`).join("\n");
  const endless = `<si><t>${"长".repeat(30_000)}</t></si>`;
  const repeated = Array.from({ length: 2_000 }, (_, i) => `<row r="${i + 2}"><c t="s"><v>0</v></c></row>`);
  const nul = Buffer.from("编码,名称\nP-1,\0\n");

  const files: [string, Buffer, string, string][] = [
    ["nothing in it", Buffer.alloc(0), "a.csv", "empty"],
    ["50 MB", Buffer.alloc(50 * 1024 * 1024, 97), "a.csv", "tooLarge"],
    ["a picture named xlsx", png, "a.xlsx", "notASpreadsheet"],
    ["a picture named csv", png, "a.csv", "notASpreadsheet"],
    ["a workbook named csv", whole, "a.csv", "wrongExtension"],
    ["text named xlsx", Buffer.from("编码,名称"), "a.xlsx", "notASpreadsheet"],
    ["another extension", Buffer.from("编码,名称"), "a.pdf", "wrongExtension"],
    ["no extension", Buffer.from("编码,名称"), "a", "wrongExtension"],
    ["an old xls", compound, "a.xls", "oldExcel"],
    ["an old xls named xlsx", compound, "a.xlsx", "oldExcel"],
    ["HTML named xls", Buffer.from("<table>"), "a.xls", "oldExcel"],
    [
      "a password",
      Buffer.concat([compound, Buffer.from("EncryptedPackage", "utf16le")]),
      "a.xlsx",
      "encrypted",
    ],
    ["an encrypted part", zipFile([{ name: "a", data: "a", flags: 1 }]), "a.xlsx", "encrypted"],
    ["a macro workbook", whole, "a.xlsm", "macro"],
    [
      "a macro in an xlsx",
      xlsxFile({ rows: headings, extra: [{ name: "xl/vbaProject.bin", data: "x" }] }),
      "a.xlsx",
      "macro",
    ],
    [
      "a macro workbook by its type",
      xlsxFile({
        types: `<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>`,
      }),
      "a.xlsx",
      "macro",
    ],
    [
      "a zip of something else",
      zipFile([{ name: "word/document.xml", data: "<a/>" }]),
      "a.xlsx",
      "notASpreadsheet",
    ],
    ["half a file", whole.subarray(0, whole.length / 2), "a.xlsx", "unreadable"],
    ["a part cut short", xlsxFile({ sheet: "<worksheet><sheetData><row><c>" }), "a.xlsx", "unreadable"],
    [
      "a name that leads out",
      xlsxFile({ extra: [{ name: "../../etc/passwd", data: "x" }] }),
      "a.xlsx",
      "unreadable",
    ],
    [
      "one name twice",
      xlsxFile({ extra: [{ name: "xl/workbook.xml", data: "<a/>" }] }),
      "a.xlsx",
      "unreadable",
    ],
    ["no sheet", xlsxFile({ workbook: "<workbook><sheets/></workbook>" }), "a.xlsx", "unreadable"],
    [
      "entities that grow",
      xlsxFile({
        sheet: `<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`,
      }),
      "a.xlsx",
      "unreadable",
    ],
    ["an empty sheet", xlsxFile({}), "a.xlsx", "noHeading"],
    ["a csv of line ends", Buffer.from("\r\n\r\n,,\r\n"), "a.csv", "noHeading"],
    [
      "a zip bomb",
      xlsxFile({ extra: [{ name: "xl/media/a", data: Buffer.alloc(120 * 1024 * 1024) }] }),
      "a.xlsx",
      "zipBomb",
    ],
    ["a small bomb by its ratio", xlsxFile({ rows: " ".repeat(20 * 1024 * 1024) }), "a.xlsx", "zipBomb"],
    [
      "a thousand parts and more",
      zipFile(Array.from({ length: limits.zipEntries + 1 }, (_, i) => ({ name: `${i}`, data: "" }))),
      "a.xlsx",
      "zipBomb",
    ],
    [
      "a bomb that lies about its size",
      zipFile(
        xlsxParts({ rows: " ".repeat(120 * 1024 * 1024) }).map((part) => ({
          ...part,
          claims: Math.min(part.data.length, 999),
        })),
      ),
      "a.xlsx",
      "unreadable",
    ],
    ["a million columns", Buffer.from(`编码,名称\n${"1,".repeat(1_000_000)}`), "a.csv", "tooManyColumns"],
    [
      "a cell in column XFD",
      xlsxFile({ rows: `${headings}<row r="2"><c r="XFD2"><v>1</v></c></row>` }),
      "a.xlsx",
      "tooManyColumns",
    ],
    ["too many rows", Buffer.from(`编码,名称\n${manyRows}`), "a.csv", "tooManyRows"],
    [
      "one long text shown everywhere",
      xlsxFile({ strings: endless, rows: headings + repeated.join("") }),
      "a.xlsx",
      "tooComplex",
    ],
    ["a quote never closed", Buffer.from('编码,名称\nP-1,"一号池\nP-2,二号池\n'), "a.csv", "quotes"],
    ["a NUL in a csv", nul, "a.csv", "notASpreadsheet"],
    ["no known encoding", Buffer.from([0x61, 0xff, 0xff, 0x0a]), "a.csv", "encoding"],
  ];

  test.each(files)("%s", async (_, bytes, fileName, reason) => {
    expect(await refusal(bytes, fileName)).toBe(reason);
  });
});

describe("a heavy but honest file is read", () => {
  test("thousands of empty formatted columns cost nothing", async () => {
    const empty = Array.from({ length: 3_000 }, () => `<c s="${Math.floor(Math.random() * 1e6)}"/>`).join("");
    const rows = Array.from({ length: 100 }, (_, index) =>
      textRow(index + 2, [`P-${index}`, "池"]).replace("</row>", `${empty}</row>`),
    );
    const sheet = await readSheet(xlsxFile({ rows: headings + rows.join("") }), "a.xlsx", ponds);
    expect(sheet.rows).toHaveLength(100);
    expect(sheet.rows[99]).toEqual({ number: 101, cells: ["P-99", "池"] });
  });
});

test("reading can be given up", async () => {
  const leaving = new AbortController();
  const reading = readSheet(xlsxFile({ rows: headings }), "a.xlsx", ponds, { signal: leaving.signal });
  leaving.abort(new Error("gone"));
  await expect(reading).rejects.toThrow("gone");
});
