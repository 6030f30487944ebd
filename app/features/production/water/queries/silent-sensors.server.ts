import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { program, recordAudit } from "#app/audit/write.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { database, inTransaction, type Trx } from "#app/database.server.ts";

/** A sensor that misses so many of its reports in a row, and is silent for at least so long, is noticed. */
const missedReports = 3;
const silentMinutes = 30;
const noticedAtOnce = 500;

type Silent = { allianceId: string; deviceId: string; siteId: string; heardAt: Date };

/**
 * Raises one alarm for each silence, however often and by however many processes this is done; an alarm that was
 * recovered and not closed sounds again.
 */
export async function noticeSilentSensors(
  now: Date,
  { allianceId }: { allianceId?: string } = {},
  outer?: Trx,
) {
  const { rows } = await sql<Silent>`
    select device.alliance_id, device.id as device_id, device.site_id,
      coalesce(device.last_reading_at, device.created_at) as heard_at
    from device_token device
    join site on site.alliance_id = device.alliance_id and site.id = device.site_id and site.status <> 'ended'
    where device.revoked_at is null and (${allianceId ?? null}::uuid is null or device.alliance_id = ${allianceId ?? null}::uuid)
      and coalesce(device.last_reading_at, device.created_at)
        < ${now}::timestamptz - greatest(${missedReports} * device.interval_minutes, ${silentMinutes}) * interval '1 minute'
      and not exists (
        select from alarm where alarm.alliance_id = device.alliance_id and alarm.site_id = device.site_id
          and alarm.device_id = device.id
          and alarm.last_at >= coalesce(device.last_reading_at, device.created_at))
    order by device.alliance_id, device.id limit ${noticedAtOnce}`.execute(outer ?? database);
  for (const alliance of new Set(rows.map((row) => row.allianceId))) {
    const silent = rows.filter((row) => row.allianceId === alliance);
    await inTransaction((trx) => raise(program(alliance, now), silent, trx), outer);
  }
}

async function raise(writer: Writer, silent: Silent[], trx: Trx) {
  for (const { allianceId, deviceId, siteId } of silent) {
    const { rows } = await sql<{ id: string; name: string; operatorId: string }>`
      insert into alarm (alliance_id, id, site_id, kind, device_id, state, raised_at, last_at, times, created_at)
      values (${allianceId}, ${uuidv7()}, ${siteId}, 'silent', ${deviceId}, 'open', ${writer.now}, ${writer.now}, 1, ${writer.now})
      on conflict (alliance_id, site_id, kind, device_id) where state <> 'closed' do update
        set state = 'open', last_at = excluded.last_at, recovered_at = null, times = alarm.times + 1,
          version = alarm.version + 1
        where alarm.recovered_at is not null
      returning id,
        (select name from site where alliance_id = ${allianceId} and id = ${siteId}) as name,
        (select operator_id from site where alliance_id = ${allianceId} and id = ${siteId}) as operator_id`.execute(
      trx,
    );
    const entries = rows.map(({ id, name, operatorId }) => ({
      action: "alarm.raised",
      subjectKind: "alarm" as const,
      subjectId: id,
      subjectLabel: name,
      organizationId: operatorId,
      after: { kind: "silent", raisedAt: writer.now },
    }));
    await recordAudit(writer, entries, trx);
  }
}

/** Devices were heard of: their silence is over. */
export async function hearDevices({ viewer, now }: Writer, deviceIds: readonly string[], trx: Trx) {
  if (deviceIds.length === 0) return;
  await sql`
    with heard as (
      update device_token set last_reading_at = greatest(last_reading_at, ${now}::timestamptz)
      where alliance_id = ${viewer.allianceId} and id = any(${[...deviceIds].sort()}::uuid[])
      returning id
    )
    update alarm set recovered_at = ${now} from heard
    where alarm.alliance_id = ${viewer.allianceId} and alarm.device_id = heard.id and alarm.kind = 'silent'
      and alarm.state <> 'closed' and alarm.recovered_at is null`.execute(trx);
}
