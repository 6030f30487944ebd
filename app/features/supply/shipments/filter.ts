import * as z from "zod";
import { shipmentStates } from "./kinds.ts";

/** The parameters by which shipments are narrowed. */
export const shipmentFilter = z.object({
  state: z.enum(shipmentStates).optional(),
  supplier: z.uuid().optional(),
  buyer: z.uuid().optional(),
  agreement: z.uuid().optional(),
  /** of the planned day */
  month: z
    .string()
    .regex(/^20[0-9]{2}-(0[1-9]|1[0-2])$/)
    .optional(),
});
export type ShipmentFilter = z.infer<typeof shipmentFilter>;
