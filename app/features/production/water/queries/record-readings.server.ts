import type { Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import { quantityNames, switches } from "../quantities.ts";
import { auditReadings } from "./audit-readings.server.ts";
import { judgeAlarms } from "./judge-alarms.server.ts";
import { makePartitionsFor } from "./partitions.server.ts";
import { hearDevices } from "./silent-sensors.server.ts";
import { findReadings, type StoredReading, storeReadings } from "./store-readings.server.ts";

/** The same key with the same values again is repeated; with others it differs, and what came first stays. */
export type ReadingOutcome = "stored" | "repeated" | "differs";

const keyOf = ({ siteId, measuredAt, sourceId }: Pick<StoredReading, "siteId" | "measuredAt" | "sourceId">) =>
  `${siteId} ${measuredAt.getTime()} ${sourceId}`;
const isSame = (a: StoredReading, b: StoredReading) =>
  [...quantityNames, ...switches].every((name) => a[name] === b[name]);
const readingsPerStatement = 2000;

/**
 * Everyone's way to write readings: a device, a form, a program, the sample. Stores what is new, raises and settles
 * the alarms that follow, and answers for each reading what became of it. The caller has seen to it that the sites
 * are this alliance's and that the writer may write for them.
 */
export async function recordReadings(writer: Writer, readings: readonly StoredReading[], outer?: Trx) {
  await makePartitionsFor(
    readings.map(({ measuredAt }) => measuredAt),
    outer,
  );
  const outcomes: ReadingOutcome[] = [];
  for (let start = 0; start < readings.length; start += readingsPerStatement) {
    const batch = readings.slice(start, start + readingsPerStatement);
    outcomes.push(...(await inTransaction((trx) => recordBatch(writer, batch, trx), outer)));
  }
  return outcomes;
}

async function recordBatch(writer: Writer, readings: readonly StoredReading[], trx: Trx) {
  // Of a key that is in one call twice the first counts.
  const once = new Map(readings.toReversed().map((reading) => [keyOf(reading), reading]));
  const fresh = new Set((await storeReadings(writer, [...once.values()], trx)).map(keyOf));
  const isNew = readings.map((reading) => fresh.delete(keyOf(reading)));
  const news = readings.filter((_, i) => isNew[i]);
  const others = readings.filter((_, i) => !isNew[i]);
  const standing = others.length > 0 ? await findReadings(writer, others, trx) : [];
  const there = new Map(standing.map((reading) => [keyOf(reading), reading]));
  await auditReadings(writer, news, trx);
  await judgeAlarms(writer, news, trx);
  const sources = [...new Set(readings.map(({ sourceId }) => sourceId))];
  await hearDevices(writer, sources, trx);
  return readings.map((reading, i): ReadingOutcome => {
    if (isNew[i]) return "stored";
    const stored = there.get(keyOf(reading));
    return stored && isSame(stored, reading) ? "repeated" : "differs";
  });
}
