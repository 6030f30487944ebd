import * as z from "zod";
import { day, note, optional, requiredDay, shortText } from "../members/schema.ts";
import { picture } from "../sites/schema.ts";
import { linesOf, longestLine, mostLines } from "./checklist.ts";
import { itemResults, type StepKind, severities } from "./kinds.ts";
import { stepRules } from "./steps.ts";

const version = z.coerce.number().int();
const line = z.string("error.required").trim().min(1, "error.required").max(longestLine, "error.long");
const description = z.string().trim().max(300, "error.long");

/** What is said of a hazard where it is found. */
const fault = {
  description: optional(description),
  severity: optional(z.enum(severities)),
  responsible: optional(z.string().trim().max(100, "error.long")),
  dueOn: optional(day),
  picture: optional(picture),
};
const saidOfHazard = ["description", "severity", "responsible", "dueOn"] as const;
type Fault = { [Field in (typeof saidOfHazard)[number]]: string | null };

type Context = z.core.$RefinementCtx;
function sayAllOf(found: Fault, context: Context) {
  for (const field of saidOfHazard.filter((one) => found[one] === null)) {
    context.addIssue({ code: "custom", path: [field], message: "error.required" });
  }
}

const item = z
  .object({ heading: optional(line), text: line, result: z.enum(itemResults, "error.required"), ...fault })
  .superRefine((one, context) => {
    if (one.result === "failed") sayAllOf(one, context);
  });

/** A hazard that no item of the list asked for; without a description there is none. */
const beyond = z.object(fault).superRefine((one, context) => {
  if (one.description !== null) sayAllOf(one, context);
});

/** What an inspection form says: the items as the inspector read them, and what was found. */
export const inspectionForm = z
  .object({
    id: z.uuid(),
    inspectedOn: requiredDay,
    inspectors: shortText,
    checklistVersion: version,
    note,
    items: z.array(item).min(1).max(mostLines),
    beyond: beyond.optional(),
  })
  .superRefine(({ inspectedOn, items, beyond }, context) => {
    const refuse = (path: (string | number)[]) =>
      context.addIssue({ code: "custom", path: [...path, "dueOn"], message: "safety:error.deadline" });
    for (const [index, { result, dueOn }] of items.entries()) {
      if (result === "failed" && dueOn && dueOn < inspectedOn) refuse(["items", index]);
    }
    if (beyond?.description && beyond.dueOn && beyond.dueOn < inspectedOn) refuse(["beyond"]);
  });
export type InspectionForm = z.infer<typeof inspectionForm>;

/** What a step's form says. Whoever puts a hazard right shows it; checking may go without a word. */
export const stepForm = (kind: StepKind, { needsPicture }: { needsPicture: boolean }) =>
  z.object({
    id: z.uuid(),
    pictureId: z.uuid(),
    happenedOn: requiredDay,
    note:
      kind === "closed"
        ? note
        : z.string("error.required").trim().min(1, "error.required").max(1000, "error.long"),
    dueOn: stepRules[kind].setsDeadline ? requiredDay : optional(day),
    picture: needsPicture ? picture : optional(picture),
  });

export const checklistForm = z.object({
  version,
  lines: z
    .string("error.required")
    .transform(linesOf)
    .refine((lines) => lines.some((one) => !one.startsWith("#")), "safety:error.noItem")
    .refine((lines) => lines.length <= mostLines, "safety:error.tooManyLines")
    .refine((lines) => lines.every((one) => one.length <= longestLine), "safety:error.longLine"),
});
