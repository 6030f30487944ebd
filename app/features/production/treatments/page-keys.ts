import * as z from "zod";
import type { PageKey } from "#app/http/page-key.server.ts";

/** What stands in front of the id in a key of several parts. */
const join = (...parts: string[]) => parts.join("|");

export const withdrawalKey = (row: {
  expectedTo: string | null;
  lotId: string;
  eventId: string;
}): PageKey => ({
  sortKey: join(row.expectedTo ?? "infinity", row.lotId),
  id: row.eventId,
});
export const holdKey = (row: { placedAt: Date; lotId: string; originId: string; kind: string }): PageKey => ({
  sortKey: join(row.placedAt.toISOString(), row.lotId, row.kind),
  id: row.originId,
});
export const breachKey = (row: {
  openedAt: Date;
  eventId: string;
  lotId: string;
  causeEventId: string;
}): PageKey => ({ sortKey: join(row.openedAt.toISOString(), row.eventId, row.lotId), id: row.causeEventId });

const id = z.uuid();
const parts = {
  withdrawals: z.tuple([z.iso.date().or(z.literal("infinity")), id]),
  holds: z.tuple([z.iso.datetime(), id, z.string()]),
  breaches: z.tuple([z.iso.datetime(), id, id]),
};

/** A key as its list reads it: all parts in the order of the list; undefined where it is none of this list. */
export function partsOfKey(list: keyof typeof parts, { sortKey, id }: PageKey): string[] | undefined {
  const read = parts[list].safeParse(sortKey.split("|"));
  return read.success ? [...read.data, id] : undefined;
}
