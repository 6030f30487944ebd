import * as z from "zod";
import { subjectKinds } from "./subjects.ts";

const day = z.iso.date();

/** The parameters by which the audit log is narrowed, on its page and in its export. */
export const auditFilter = z.object({
  q: z.string().max(60).optional(),
  account: z.uuid().optional(),
  kind: z.enum(subjectKinds).optional(),
  from: day.optional(),
  to: day.optional(),
});
