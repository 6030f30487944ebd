import * as z from "zod";
import { optional } from "../../members/schema.ts";
import { instantIn, when } from "../when.ts";
import { inputsAtMost, outputsAtMost } from "./kinds.ts";

const kilograms = z.coerce
  .number("error.number")
  .positive("error.positive")
  .max(1_000_000, "error.tooBig")
  .transform((value) => Math.round(value * 1000));
const product = optional(z.string().trim().max(100, "error.long"));

/** What a plant weighed in and out, in kilograms; empty rows are passed over. */
export const processingForm = z
  .object({
    id: z.uuid(),
    ...when,
    inputs: z.array(z.object({ lotId: optional(z.uuid()), massG: optional(kilograms) })).max(inputsAtMost),
    outputs: z.array(z.object({ lotId: z.uuid(), product, massG: optional(kilograms) })).max(outputsAtMost),
    byProducts: z.array(z.object({ product, massG: optional(kilograms) })).max(1),
  })
  .superRefine(({ inputs, outputs, byProducts }, context) => {
    const ask = (list: string, index: number, field: string) =>
      context.addIssue({ code: "custom", path: [list, index, field], message: "error.required" });
    if (inputs.every(({ lotId }) => lotId === null)) ask("inputs", 0, "lotId");
    if (outputs.every(({ product }) => product === null)) ask("outputs", 0, "product");
    for (const [index, { lotId, massG }] of inputs.entries())
      if ((lotId === null) !== (massG === null)) ask("inputs", index, lotId === null ? "lotId" : "massG");
    for (const [list, rows] of Object.entries({ outputs, byProducts }))
      for (const [index, { product, massG }] of rows.entries())
        if ((product === null) !== (massG === null)) ask(list, index, product === null ? "product" : "massG");
  })
  .transform(({ id, inputs, outputs, byProducts, ...said }) => ({
    ...{ id, occurredAt: instantIn(said).toISOString() },
    inputs: inputs.filter(({ lotId }) => lotId !== null),
    outputs: outputs.filter(({ product }) => product !== null),
    byProducts: byProducts.filter(({ product }) => product !== null),
  }));
