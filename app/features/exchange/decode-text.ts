import { SheetRefused } from "./sheet.ts";

/** UTF-8 or UTF-16 where the file says so, else UTF-8 if it is valid, else GB18030, as WPS and Excel write in China. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, ["utf-16le"]);
  if (first === 0xfe && second === 0xff) return decode(bytes, ["utf-16be"]);
  if (bytes.includes(0)) throw new SheetRefused("notASpreadsheet");
  if (first === 0xef && second === 0xbb && third === 0xbf) return decode(bytes, ["utf-8"]);
  return decode(bytes, ["utf-8", "gb18030"]);
}

function decode(bytes: Uint8Array, encodings: string[]): string {
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // Control characters never stand in a table: a picture or program that happens to decode.
      if (/[^\P{Cc}\s]/u.test(text)) throw new SheetRefused("notASpreadsheet");
      return text;
    } catch (error) {
      if (error instanceof SheetRefused) throw error;
    }
  }
  throw new SheetRefused("encoding");
}
