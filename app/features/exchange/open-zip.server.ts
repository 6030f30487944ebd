import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { SaxesParser } from "saxes";
import yauzl from "yauzl";
import { limits, SheetRefused } from "./sheet.ts";

export type Zip = Awaited<ReturnType<typeof openZip>>;

/** Looks at what the archive claims to hold before anything is unpacked; unpacks with a count of its own. */
export async function openZip(bytes: Buffer) {
  // yauzl itself refuses names that lead out of the archive and data that differs from its stated size.
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
  const entries = new Map<string, yauzl.Entry>();
  let claimed = 0;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    if (entry.isEncrypted()) throw new SheetRefused("encrypted");
    if (entries.has(name)) throw new SheetRefused("unreadable");
    entries.set(name, entry);
    claimed += entry.uncompressedSize;
    if (entries.size > limits.zipEntries || claimed > limits.unpackedBytes) throw new SheetRefused("zipBomb");
  }
  if (claimed > bytes.length * limits.unpackedRatio) throw new SheetRefused("zipBomb");

  let unpacked = 0;
  async function* chunks(entry: yauzl.Entry) {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      if (unpacked > limits.unpackedBytes) throw new SheetRefused("zipBomb");
      yield chunk;
    }
  }

  return {
    names: [...entries.keys()],
    /** Feeds one XML part to the handlers; false where the archive has no such part. */
    async readXml(name: string, handlers: XmlHandlers): Promise<boolean> {
      const entry = entries.get(name.toLowerCase());
      if (!entry) return false;
      // saxes knows the five entities of XML only: a document can't define one that grows.
      const parser = new SaxesParser({ xmlns: false as const, position: false });
      parser.on("opentag", (tag) => handlers.open(localName(tag.name), tag.attributes));
      if (handlers.text) parser.on("text", handlers.text);
      if (handlers.text) parser.on("cdata", handlers.text);
      if (handlers.close) parser.on("closetag", (tag) => handlers.close?.(localName(tag.name)));
      const decoder = new StringDecoder("utf8");
      for await (const chunk of chunks(entry)) parser.write(decoder.write(chunk));
      parser.write(decoder.end()).close();
      return true;
    },
  };
}

export type XmlHandlers = {
  open: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/** Some writers put a prefix before every name. */
function localName(name: string) {
  return name.slice(name.indexOf(":") + 1);
}
