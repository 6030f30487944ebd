import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";
import { canInspect, canRectify } from "./access.ts";
import { type HazardStatus, type StepKind, stepKinds } from "./kinds.ts";
import { stepRules } from "./steps.ts";

type Place = { operatorId: string; townCode: string };

/** Who may take a step: reporting is the operator's, the rest the inspectors', a note both's. */
export function canTakeStep(viewer: Viewer, place: Place, kind: StepKind) {
  switch (kind) {
    case "rectified":
      return canRectify(viewer, place);
    case "noted":
      return canRectify(viewer, place) || canInspect(viewer, place);
    default:
      return canInspect(viewer, place);
  }
}

/** The steps open to a viewer from where a hazard stands. */
export const possibleSteps = (viewer: Viewer, hazard: Place & { status: HazardStatus }) =>
  stepKinds.filter(
    (kind) => stepRules[kind].from.includes(hazard.status) && canTakeStep(viewer, hazard, kind),
  );

/** Whoever operates the site shows what was put right; who writes it down for them may have no picture. */
export const needsPicture = (viewer: Viewer, kind: StepKind) =>
  kind === "rectified" && ownOrganizationId(viewer) !== undefined;
