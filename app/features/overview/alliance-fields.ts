import * as z from "zod";
import { coordinateSystems, toWgs84 } from "#app/map/outline/coordinates.ts";
import { type OutlineProblem, readOutline } from "#app/map/outline/read-outline.ts";
import { readOutlineFile } from "#app/map/outline/read-outline-file.ts";

/** Bytes: a form with a file in it still is an ordinary request. */
export const largestBoundary = 900_000;
/** A county needs no more, and every new position is held against it. */
const mostVertices = 5000;

const required = "error.required";
const reasonOf = (problem: OutlineProblem["reason"]) => {
  if (problem === "crossing" || problem === "overlap" || problem === "holeOutside") return "boundaryCrossing";
  return problem === "manyPoints" ? "boundaryPoints" : "boundary";
};

/** What the coordinator says of the alliance; a boundary by file or as text, neither: it stays as it is. */
export const allianceFields = z
  .object({
    name: z.string(required).trim().min(1, required).max(50, "error.long"),
    file: z
      .file("error.file")
      .max(largestBoundary, `error.fileTooLarge|${JSON.stringify({ size: "900 kB" })}`)
      .optional(),
    pasted: z.string().max(largestBoundary, "error.long").optional(),
    system: z.enum(coordinateSystems).default("wgs84"),
    version: z.coerce.number().int(),
  })
  .transform(async ({ file, pasted, system, ...fields }, context) => {
    const text = file ? await file.text() : pasted;
    if (!text) return { ...fields, outline: undefined };
    const refuse = (reason: string, parameters: object) => {
      const message = `auth:error.${reason}|${JSON.stringify(parameters)}`;
      context.addIssue({ code: "custom", path: [file ? "file" : "pasted"], message });
      return z.NEVER;
    };
    const { found = [] } = readOutlineFile(text, file?.name ?? "");
    const [only] = found;
    if (!only || found.length > 1) return refuse("boundaryFile", { count: found.length });
    const { outline, problem } = readOutline(only.outline, { most: mostVertices });
    if (problem) return refuse(reasonOf(problem.reason), { most: mostVertices, at: problem.at?.join(", ") });
    return { ...fields, outline: toWgs84(outline, system) };
  });
