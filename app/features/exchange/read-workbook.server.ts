import path from "node:path";
import { isDayFormat } from "./number-text.ts";
import type { Zip } from "./open-zip.server.ts";
import { limits, SheetRefused } from "./sheet.ts";

type Workbook = { sheets: { name: string; part: string; hidden: boolean }[]; since1904: boolean };

/** Refuses archives that are no workbook, or one with programs inside. */
export async function refuseOtherArchives(zip: Zip) {
  if (zip.names.some((name) => /vbaproject\.bin$|^xl\/macrosheets\//.test(name)))
    throw new SheetRefused("macro");
  let workbook = false;
  const found = await zip.readXml("[Content_Types].xml", {
    open(_, { ContentType: type = "" }) {
      if (/macroEnabled/i.test(type)) throw new SheetRefused("macro");
      if (/spreadsheetml\.(sheet|template)\.main\+xml$/.test(type)) workbook = true;
    },
  });
  if (!found || !workbook) throw new SheetRefused("notASpreadsheet");
}

export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const listed: { name: string; id: string; hidden: boolean }[] = [];
  let since1904 = false;
  const main = (await mainPart(zip)) ?? "xl/workbook.xml";
  const found = await zip.readXml(main, {
    open(name, attributes) {
      if (name === "workbookPr") since1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      listed.push({ id, name: attributes.name ?? "", hidden: (attributes.state ?? "visible") !== "visible" });
    },
  });
  if (!found) throw new SheetRefused("unreadable");
  const parts = await readRelations(zip, main);
  const sheets = listed.flatMap(({ id, name, hidden }) => {
    const relation = parts.find((part) => part.id === id && part.type.endsWith("/worksheet"));
    return relation ? [{ name, hidden, part: relation.target }] : [];
  });
  return { sheets, since1904 };
}

async function mainPart(zip: Zip) {
  return (await readRelations(zip, "")).find((part) => part.type.endsWith("/officeDocument"))?.target;
}

async function readRelations(zip: Zip, part: string) {
  const folder = path.posix.dirname(part);
  const relations: { id: string; type: string; target: string }[] = [];
  await zip.readXml(path.posix.join(folder, "_rels", `${path.posix.basename(part)}.rels`), {
    open(name, { Id: id = "", Type: type = "", Target: target = "" }) {
      if (name !== "Relationship") return;
      relations.push({
        id,
        type,
        target: path.posix
          .join("/", folder, target.startsWith("/") ? path.posix.relative(`/${folder}`, target) : target)
          .slice(1),
      });
    },
  });
  return relations;
}

export async function readSharedStrings(zip: Zip): Promise<string[]> {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let phonetic = false;
  let characters = 0;
  await zip.readXml("xl/sharedStrings.xml", {
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") phonetic = true;
      inText = name === "t" && !phonetic;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      inText = false;
      if (name === "rPh") phonetic = false;
      if (name !== "si") return;
      strings.push(text);
      characters += text.length;
      if (characters > limits.characters) throw new SheetRefused("tooComplex");
    },
  });
  return strings;
}

/** For each cell style, whether it shows numbers as days. */
export async function readDayStyles(zip: Zip): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCellFormats = false;
  await zip.readXml("xl/styles.xml", {
    open(name, { numFmtId, formatCode }) {
      if (name === "numFmt") codes.set(Number(numFmtId), formatCode ?? "");
      if (name === "cellXfs") inCellFormats = true;
      if (name === "xf" && inCellFormats)
        styles.push(isDayFormat(Number(numFmtId), codes.get(Number(numFmtId))));
    },
    close(name) {
      if (name === "cellXfs") inCellFormats = false;
    },
  });
  return styles;
}
