import * as z from "zod";
import { permitKinds } from "./kinds.ts";
import { permitStandings } from "./permit-standing.ts";

/** The parameters by which the list of permits is narrowed. */
export const permitFilter = z.object({
  standing: z.enum(permitStandings).optional(),
  kind: z.enum(permitKinds).optional(),
  town: z
    .string()
    .regex(/^[0-9]{9}$/)
    .optional(),
});
