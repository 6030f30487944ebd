import { program } from "#app/audit/write.server.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import { recordInspections } from "#app/features/safety/queries/write-inspections.server.ts";
import { takeSteps } from "#app/features/safety/queries/write-steps.server.ts";
import type { Trx } from "#db/connection.server.ts";
import type { PlannedStep } from "./plan/hazards.ts";
import { beginningOf } from "./plan/ids.ts";
import type { SamplePlan } from "./plan/plan-sample.ts";

/** 16:20, in milliseconds. */
const afternoon = (16 * 60 + 20) * 60_000;

/** Each is written down on its day, inspections by the inspector, what was put right by whoever operates the site. */
export async function playHazards(plan: SamplePlan, trx: Trx) {
  const { alliance, accounts, organizations, inspections, hazardSteps } = plan;
  const kinds = new Map(organizations.map(({ id, kind }) => [id, kind]));
  const inspector = accounts.find(({ role }) => role === "inspector");
  const writer = (day: string, as: object) => {
    const now = new Date(beginningOf(day).getTime() + afternoon);
    return { viewer: { ...program(alliance.id, now).viewer, ...as } as Viewer, now };
  };
  const asInspector = { userId: inspector?.id, name: inspector?.name, role: "inspector" };
  const asOperator = ({ operatorId: organizationId, person: name }: PlannedStep) => ({
    organizationId,
    name,
    role: kinds.get(organizationId) === "village" ? "village" : "enterprise",
  });
  for (const inspection of inspections)
    await recordInspections(writer(inspection.inspectedOn, asInspector), [inspection], trx);
  for (const step of hazardSteps) {
    const as = step.by === "inspector" ? asInspector : asOperator(step);
    const { by: _, operatorId: __, person: ___, ...taken } = step;
    await takeSteps(writer(step.happenedOn, as), [taken], trx);
  }
}
