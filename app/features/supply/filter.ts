import * as z from "zod";
import { agreementStates } from "./kinds.ts";

/** The parameters by which agreements are narrowed. */
export const agreementFilter = z.object({
  q: z.string().max(60).optional(),
  supplier: z.uuid().optional(),
  buyer: z.uuid().optional(),
  /** of the supplier or the buyer */
  town: z
    .string()
    .regex(/^[0-9]{9}$/)
    .optional(),
  species: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
  state: z.enum(agreementStates).optional(),
});
export type AgreementFilter = z.infer<typeof agreementFilter>;
