import * as z from "zod";
import { arrivalFields, arrive, weightGiven } from "./arrival.ts";
import { words } from "./event.ts";
import { defineKind } from "./kind.ts";

/** 孵化出苗 */
export const hatch = defineKind({
  schema: z
    .strictObject({ ...arrivalFields, kind: z.literal("hatch"), broodstock: words })
    .refine(weightGiven.check, weightGiven.problem),
  siteId: ({ siteId }) => siteId,
  marks: true,
  touches: ({ siteId, lotId }) => ({ siteIds: [siteId], lotIds: [lotId] }),
  decide: (event, scene) => arrive(event, scene, { broodstock: event.broodstock }),
});
