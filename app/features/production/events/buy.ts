import * as z from "zod";
import { arrivalFields, arrive, weightGiven } from "./arrival.ts";
import { id, words } from "./event.ts";
import { defineKind } from "./kind.ts";

/** 进苗: from a member of the alliance, or from whoever is named. The supplier's own lot number is kept. */
export const buy = defineKind({
  schema: z
    .strictObject({
      ...arrivalFields,
      kind: z.literal("buy"),
      supplier: words,
      supplierId: id.optional(),
      supplierLot: words.optional(),
    })
    .refine(weightGiven.check, weightGiven.problem),
  siteId: ({ siteId }) => siteId,
  marks: true,
  touches: ({ siteId, lotId }) => ({ siteIds: [siteId], lotIds: [lotId] }),
  decide: (event, scene) =>
    arrive(event, scene, {
      supplier: event.supplier,
      supplierId: event.supplierId,
      supplierLot: event.supplierLot,
    }),
});
