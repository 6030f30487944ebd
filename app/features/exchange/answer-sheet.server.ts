import type { AppLoadContext } from "@remix-run/node";
import * as z from "zod";
import type { PageKey } from "#app/http/page-key.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";
import type { Fields, SheetDefinition } from "./column.ts";
import { writeCsv } from "./write-csv.ts";
import { writeXlsx } from "./write-xlsx.server.ts";

const mediaTypes = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};
const formats = ["xlsx", "csv"] as const;
const parameters = z.object({ format: z.enum(formats).default("xlsx") });

const rowsAtMost = 100_000;
const rowsPerRead = 500;

type Page<Item> = { items: Item[]; next?: PageKey };
type Read<Item> = (page: { after?: PageKey; limit: number }) => Promise<Page<Item>>;

/** Every row of a list, a page at a time, so that a long list never stands in memory. */
export async function* pagesOf<Item, Row>(
  read: Read<Item>,
  rowsOf: (items: Item[]) => Promise<Row[]> | Row[],
): AsyncGenerator<Row> {
  let after: PageKey | undefined;
  let count = 0;
  do {
    const { items, next } = await read({ after, limit: rowsPerRead });
    count += items.length;
    if (count > rowsAtMost) throw new ListTooLong();
    yield* await rowsOf(items);
    after = next;
  } while (after);
}

class ListTooLong extends Error {}

/** A list as a file to keep, named for what it holds and the day; headings and words in the reader's language. */
export async function answerSheet<Field extends string>(
  request: Request,
  { language, today, t }: AppLoadContext,
  definition: SheetDefinition<Field>,
  rows: AsyncIterable<Fields<Field>>,
) {
  const { format } = readParameters(request, parameters);
  const write = format === "csv" ? writeCsv : writeXlsx;
  try {
    const content = await write(definition, rows, { language });
    return answerFile(content, `${definition.title[language]}-${today}.${format}`);
  } catch (error) {
    if (error instanceof ListTooLong)
      throw new Response(t("exchange:tooLong", { most: rowsAtMost }), { status: 422 });
    throw error;
  }
}

export function answerFile(content: Buffer, name: string) {
  const format = name.endsWith(".csv") ? "csv" : "xlsx";
  return new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": mediaTypes[format],
      "Content-Length": String(content.length),
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}
