import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { recordAudit } from "#app/audit/write.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import type { Trx } from "#app/database.server.ts";
import { type AlarmFacts, followAlarm } from "../alarm-rules.ts";
import { judge, type ReadingKind, readingKinds, worse } from "../judge.ts";
import type { StoredReading } from "./store-readings.server.ts";

/** What is older was not looked at in time; it stands in the chart, and rings no more. */
const newsMs = 24 * 60 * 60 * 1000;

type Site = Awaited<ReturnType<typeof findSites>>[number];
type Alarm = Awaited<ReturnType<typeof findLastAlarms>>[number];

/** Raises, renews and settles the alarms that follow from readings just stored. */
export async function judgeAlarms(writer: Writer, readings: readonly StoredReading[], trx: Trx) {
  const news = readings.filter(({ measuredAt }) => writer.now.getTime() - measuredAt.getTime() < newsMs);
  const ids = [...new Set(news.map(({ siteId }) => siteId))].sort();
  if (ids.length === 0) return;
  const sites = await findSites(writer, ids, trx);
  const alarms = await findLastAlarms(writer, ids, trx);
  for (const site of sites) {
    const ofSite = news.filter(({ siteId }) => siteId === site.id);
    for (const kind of readingKinds) {
      const { judgements, threshold } = judge(kind, site, ofSite);
      if (!judgements.some(({ verdict }) => verdict !== "between")) continue;
      const standing = alarms.find((alarm) => alarm.siteId === site.id && alarm.kind === kind);
      const after = followAlarm(standing, judgements, worse(kind));
      for (const alarm of after) {
        if (alarm === standing) continue;
        const known =
          standing && alarm.raisedAt.getTime() === standing.raisedAt.getTime() ? standing : undefined;
        if (known) await changeAlarm(writer, known, alarm, trx);
        else await raiseAlarm(writer, { site, kind, threshold }, alarm, trx);
      }
    }
  }
}

/** With what each site is judged by, and the newest of what it told before. */
function findSites({ viewer }: Writer, ids: string[], trx: Trx) {
  return trx
    .selectFrom("site")
    .innerJoin("siteWater", (join) =>
      join.onRef("siteWater.allianceId", "=", "site.allianceId").onRef("siteWater.siteId", "=", "site.id"),
    )
    .where("site.allianceId", "=", viewer.allianceId)
    .where(sql<boolean>`site.id = any(${ids}::uuid[])`)
    .selectAll("siteWater")
    .select(["site.id", "site.name", "site.kind", "site.species", "site.operatorId"])
    .orderBy("site.id")
    .execute();
}

/** The last alarm of each kind; the row of site_water is locked by whoever just stored readings. */
function findLastAlarms({ viewer }: Writer, ids: string[], trx: Trx) {
  return trx
    .selectFrom("alarm")
    .distinctOn(["siteId", "kind"])
    .where("allianceId", "=", viewer.allianceId)
    .where(sql<boolean>`site_id = any(${ids}::uuid[])`)
    .where("kind", "!=", "silent")
    .orderBy("siteId")
    .orderBy("kind")
    .orderBy("raisedAt", "desc")
    .selectAll()
    .execute();
}

const columnsOf = ({ state, raisedAt, lastAt, recoveredAt, worst, times }: AlarmFacts) => ({
  state,
  raisedAt,
  lastAt,
  recoveredAt,
  worst,
  times,
});

async function raiseAlarm(
  writer: Writer,
  { site, kind, threshold }: { site: Site; kind: ReadingKind; threshold: number | null },
  facts: AlarmFacts,
  trx: Trx,
) {
  const id = uuidv7();
  await trx
    .insertInto("alarm")
    .values({
      ...columnsOf(facts),
      ...{ allianceId: writer.viewer.allianceId, id, siteId: site.id, kind, threshold },
      createdAt: writer.now,
    })
    .execute();
  await recordAudit(
    writer,
    [
      {
        action: "alarm.raised",
        subjectKind: "alarm",
        subjectId: id,
        subjectLabel: site.name,
        organizationId: site.operatorId,
        after: { kind, raisedAt: facts.raisedAt },
      },
    ],
    trx,
  );
}

/** A person may have opened the alarm's form; that it sounded again is what they must know, not one more reading. */
async function changeAlarm(
  writer: Writer,
  { id, version, state, times }: Alarm,
  facts: AlarmFacts,
  trx: Trx,
) {
  const soundedAgain = facts.times > times || facts.state !== state;
  await trx
    .updateTable("alarm")
    .set({ ...columnsOf(facts), version: version + (soundedAgain ? 1 : 0) })
    .where("allianceId", "=", writer.viewer.allianceId)
    .where("id", "=", id)
    .execute();
}
