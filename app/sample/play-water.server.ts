import { program } from "#app/audit/write.server.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import { listAlarms } from "#app/features/production/water/queries/alarms.server.ts";
import { makeDevice } from "#app/features/production/water/queries/devices.server.ts";
import { recordReadings } from "#app/features/production/water/queries/record-readings.server.ts";
import { acknowledgeAlarm, closeAlarm } from "#app/features/production/water/queries/settle-alarms.server.ts";
import { noticeSilentSensors } from "#app/features/production/water/queries/silent-sensors.server.ts";
import type { Trx } from "#db/connection.server.ts";
import type { SamplePlan } from "./plan/plan-sample.ts";

/** What the probes and the keepers measured, as it came in; the alarm of the night is taken up and closed. */
export async function playWater(plan: SamplePlan, trx: Trx) {
  const { devices, batches, acknowledgedAt, closedAt, silentNoticedAt } = plan.water;
  const writerAt = (at: Date) => program(plan.alliance.id, at);
  const [first] = batches;
  for (const { siteId, operatorId, ...device } of devices)
    await makeDevice(writerAt(first?.at ?? closedAt), device, { siteId, operatorId }, trx);

  const keeper = keeperOf(plan);
  const settle = async (at: Date, act: (alarm: { id: string; version: number }) => Promise<void>) => {
    const { items } = await listAlarms(writerAt(at).viewer, {}, {}, trx);
    for (const alarm of items.filter(({ kind }) => kind !== "silent")) await act(alarm);
  };
  const dues: { at: Date; work: () => Promise<unknown> }[] = [
    ...batches.map(({ at, readings }) => ({
      at,
      work: () => {
        const writer = writerAt(at);
        const own = writer.viewer.userId;
        return recordReadings(
          writer,
          readings.map(({ sourceId, ...reading }) => ({ ...reading, sourceId: sourceId ?? own })),
          trx,
        );
      },
    })),
    {
      at: acknowledgedAt,
      work: () =>
        settle(acknowledgedAt, ({ id, version }) =>
          acknowledgeAlarm(
            { viewer: keeper, now: acknowledgedAt },
            { id, version, note: "值班人员已到池边" },
            trx,
          ),
        ),
    },
    {
      at: closedAt,
      work: () =>
        settle(closedAt, ({ id, version }) =>
          closeAlarm(
            { viewer: keeper, now: closedAt },
            { id, version, note: "跳闸，已换开关，停料一天" },
            trx,
          ),
        ),
    },
    {
      at: silentNoticedAt,
      work: () => noticeSilentSensors(silentNoticedAt, { allianceId: plan.alliance.id }, trx),
    },
  ];
  for (const { work } of dues.toSorted((a, b) => a.at.getTime() - b.at.getTime())) await work();
}

/** Whoever looks after the ponds of the enterprise that is called an example. */
function keeperOf({ alliance, accounts }: SamplePlan): Viewer {
  const account = accounts.find(({ login }) => login === "enterprise.hanshui");
  if (!account?.organizationId) throw new Error("no account to look after the alarms");
  const { id, name, organizationId } = account;
  return { allianceId: alliance.id, userId: id, name, role: "enterprise", organizationId };
}
