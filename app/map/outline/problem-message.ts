import type { OutlineProblem } from "./read-outline.ts";

/** What is wrong with an outline as a message for a form: key and place. */
export const problemMessage = ({ reason, at }: OutlineProblem) =>
  `outline:problem.${reason}|${JSON.stringify({ place: placeText(at) })}`;

/** Five decimals: a metre. */
export const placeText = (at: number[] | undefined) =>
  at ? at.map((degrees) => degrees.toFixed(5)).join(", ") : "";
