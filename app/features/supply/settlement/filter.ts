import * as z from "zod";
import { standings } from "./kinds.ts";

/** The parameters by which statements are narrowed. */
export const settlementFilter = z.object({
  standing: z.enum(standings).optional(),
  supplier: z.uuid().optional(),
  buyer: z.uuid().optional(),
  agreement: z.uuid().optional(),
});
export type SettlementFilter = z.infer<typeof settlementFilter>;
