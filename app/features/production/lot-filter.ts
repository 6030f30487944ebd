import * as z from "zod";
import { lotForms, lotStates } from "./kinds.ts";

/** The parameters of the list of lots, on its page and in the API alike. Left out, `state` means: with fish in it. */
export const lotFilter = z.object({
  q: z.string().max(60).optional(),
  town: z
    .string()
    .regex(/^[0-9]{9}$/)
    .optional(),
  form: z.enum(lotForms).optional(),
  species: z.string().max(40).optional(),
  organization: z.uuid().optional(),
  site: z.uuid().optional(),
  state: z.enum(lotStates).optional(),
});
export type LotFilter = z.output<typeof lotFilter>;
