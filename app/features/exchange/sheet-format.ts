import { SheetRefused } from "./sheet.ts";

export type SheetFormat = "xlsx" | "csv";

const zipMagic = [0x50, 0x4b];
const compoundMagic = [0xd0, 0xcf, 0x11, 0xe0];

/** Says how to read a file, by what it is; refuses it where its name says something else. */
export function sheetFormat(bytes: Uint8Array, fileName: string): SheetFormat {
  const extension = /\.([^.]+)$/.exec(fileName.trim())?.[1]?.toLowerCase() ?? "";
  if (bytes.length === 0) throw new SheetRefused("empty");
  if (["xlsm", "xltm", "xlam"].includes(extension)) throw new SheetRefused("macro");
  if (startsWith(bytes, compoundMagic)) {
    // A workbook with a password is wrapped into the container that .xls files use.
    const encrypted = Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"));
    throw new SheetRefused(encrypted ? "encrypted" : "oldExcel");
  }
  if (extension === "xls") throw new SheetRefused("oldExcel");
  const isZip = startsWith(bytes, zipMagic);
  if (extension === "xlsx") {
    if (!isZip) throw new SheetRefused("notASpreadsheet");
    return "xlsx";
  }
  if (!["csv", "tsv", "txt"].includes(extension) || isZip)
    throw new SheetRefused("wrongExtension", { extension });
  return "csv";
}

function startsWith(bytes: Uint8Array, magic: number[]) {
  return magic.every((byte, index) => bytes[index] === byte);
}
