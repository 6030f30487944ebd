import type { Writer } from "#app/auth/viewer.ts";
import { recordEvents } from "#app/features/production/queries/record-events.server.ts";
import { addDays, chinaDay } from "#app/i18n/day.ts";
import type { Trx } from "#db/connection.server.ts";
import { beginningOf } from "./plan/ids.ts";
import type { SamplePlan } from "./plan/plan-sample.ts";

/** The account of nobody: what the sample's people wrote. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** Everybody writes their own month down, at its end. */
export async function playProduction(plan: SamplePlan, trx: Trx) {
  const { id: allianceId, sampleAsOf } = plan.alliance;
  for (const { operatorId, events } of plan.production) {
    const writerOn = (day: string): Writer => ({
      viewer: { ...viewerOf(plan, operatorId), allianceId },
      now: beginningOf(day),
    });
    for (const month of [...new Set(events.map(({ occurredAt }) => monthOf(occurredAt)))]) {
      const own = events.filter(({ occurredAt }) => monthOf(occurredAt) === month);
      const end = addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, 0);
      await recordEvents(writerOn([end, sampleAsOf].sort()[0] as string), own, {}, trx);
    }
  }
  // The gate knows what ended before a call: each course is one of its own.
  for (const { operatorId, event } of plan.treatments) {
    const viewer = { ...viewerOf(plan, operatorId), allianceId };
    await recordEvents({ viewer, now: beginningOf(sampleAsOf) }, [event], {}, trx);
  }
  for (const { operatorId, by, event } of plan.slips) {
    const viewer =
      by === "operator"
        ? viewerOf(plan, operatorId)
        : { role: "town" as const, townCode: by.townCode, userId: nobody, name: "镇干部（示例）" };
    const writer = { viewer: { ...viewer, allianceId }, now: beginningOf(sampleAsOf) };
    await recordEvents(writer, [event], {}, trx);
  }
}

const monthOf = (occurredAt: string) => chinaDay(new Date(occurredAt)).slice(0, 7);

/** Somebody who acts for an organization. */
export function viewerOf({ organizations, contacts }: SamplePlan, organizationId: string) {
  const organization = organizations.find(({ id }) => id === organizationId);
  const people = contacts.filter((contact) => contact.organizationId === organizationId && !contact.toOn);
  const person = people.find(({ role }) => role === "keeper") ?? people[0];
  const role = organization?.kind === "village" ? ("village" as const) : ("enterprise" as const);
  return { role, organizationId, userId: nobody, name: person?.name ?? `${organization?.name}经办人` };
}
