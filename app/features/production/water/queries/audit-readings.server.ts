import { sql } from "kysely";
import { recordAudit } from "#app/audit/write.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import type { Trx } from "#app/database.server.ts";
import { fromStored, quantityNames, switches } from "../quantities.ts";
import type { StoredReading } from "./store-readings.server.ts";

/** What a person wrote down is in the log, one entry a site; a device's readings are their own record. */
export async function auditReadings(writer: Writer, readings: readonly StoredReading[], trx: Trx) {
  const own = readings.filter(({ sourceId }) => sourceId === writer.viewer.userId);
  if (own.length === 0) return;
  const sites = await trx
    .selectFrom("site")
    .where("allianceId", "=", writer.viewer.allianceId)
    .where(sql<boolean>`id = any(${[...new Set(own.map(({ siteId }) => siteId))]}::uuid[])`)
    .select(["id", "name", "operatorId"])
    .orderBy("id")
    .execute();
  const entries = sites.map(({ id, name, operatorId }) => {
    const [first, ...others] = own.filter(({ siteId }) => siteId === id);
    return {
      action: "site.measured",
      subjectKind: "site" as const,
      subjectId: id,
      subjectLabel: name,
      organizationId: operatorId,
      after: first && others.length === 0 ? shown(first) : { readings: others.length + 1 },
    };
  });
  await recordAudit(writer, entries, trx);
}

function shown(reading: StoredReading) {
  const values = quantityNames.flatMap((name) => {
    const value = reading[name];
    return value === null ? [] : [[name, fromStored(name, value)] as const];
  });
  const told = switches.flatMap((name) => (reading[name] === null ? [] : [[name, reading[name]] as const]));
  return { measuredAt: reading.measuredAt, ...Object.fromEntries([...values, ...told]) };
}
