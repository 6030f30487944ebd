import type { HazardStatus, StepKind } from "./kinds.ts";

type Rule = { from: readonly HazardStatus[]; to?: HazardStatus; setsDeadline?: true };

/** From where a step can be taken and where it leads; a step without `to` changes nothing about the standing. */
export const stepRules: Record<StepKind, Rule> = {
  rectified: { from: ["open"], to: "rectified" },
  closed: { from: ["rectified"], to: "closed" },
  sent_back: { from: ["rectified"], to: "open", setsDeadline: true },
  extended: { from: ["open"], setsDeadline: true },
  noted: { from: ["open", "rectified"] },
};

type Hazard = {
  status: HazardStatus;
  foundOn: string;
  dueOn: string;
  rectifiedOn: string | null;
  closedOn: string | null;
  /** the day of the last step that moved it */
  lastOn: string;
};
export type Step = { kind: StepKind; happenedOn: string; dueOn?: string | null };
type Refusal = { field: "" | "happenedOn" | "dueOn"; reason: string };

/** What a step makes of a hazard, or why it can't be taken; the reason is a key of the messages. */
export function takeStep(hazard: Hazard, { kind, happenedOn, dueOn }: Step): Hazard | Refusal {
  const { from, to, setsDeadline } = stepRules[kind];
  if (!from.includes(hazard.status)) return { field: "", reason: "safety:error.movedOn" };
  const earliest = to ? hazard.lastOn : hazard.foundOn;
  if (happenedOn < earliest) {
    const day = JSON.stringify({ day: earliest });
    return { field: "happenedOn", reason: `safety:error.beforeLastStep|${day}` };
  }
  if (setsDeadline && (!dueOn || dueOn < happenedOn)) {
    return { field: "dueOn", reason: "safety:error.deadline" };
  }
  const status = to ?? hazard.status;
  return {
    status,
    foundOn: hazard.foundOn,
    dueOn: setsDeadline && dueOn ? dueOn : hazard.dueOn,
    rectifiedOn: status === "open" ? null : kind === "rectified" ? happenedOn : hazard.rectifiedOn,
    closedOn: status === "closed" ? happenedOn : null,
    lastOn: to ? happenedOn : hazard.lastOn,
  };
}
