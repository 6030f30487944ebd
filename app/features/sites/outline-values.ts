import type { SubmissionResult } from "@conform-to/react";
import type { Outline } from "#app/map/outline/outline.ts";
import { readOutline } from "#app/map/outline/read-outline.ts";

export const outlineFieldNames = [
  "outline",
  "file",
  "coordinates",
  "which",
  "lng",
  "lat",
  "positionSource",
  "atCentre",
  "takeArea",
] as const;

/** The outline of a form that came back, where its text is one. */
export function submittedOutline(result: SubmissionResult<string[]> | undefined): Outline | undefined {
  const text = result?.initialValue?.outline;
  if (typeof text !== "string") return undefined;
  try {
    return readOutline(JSON.parse(text)).outline;
  } catch {
    return undefined;
  }
}
