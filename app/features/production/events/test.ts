import * as z from "zod";
import { Refused } from "#app/audit/errors.ts";
import { findDrug } from "../treatments/labels.ts";
import type { Decision } from "./decision.ts";
import { common, day, id, words } from "./event.ts";
import { defineKind } from "./kind.ts";

/** 快检, 抽检, 送检 */
export const testKinds = ["quick", "random", "sent"] as const;

const item = z.strictObject({ item: words, limit: words.optional(), result: words, passed: z.boolean() });

/** 检测: what a sample of a lot showed. It happens when the sample is taken; the result may come later. */
export const test = defineKind({
  schema: z.strictObject({
    ...common,
    kind: z.literal("test"),
    lotId: id,
    test: z.enum(testKinds),
    items: z.array(item).min(1, "error.required").max(40),
    laboratory: words.optional(),
    reportNumber: words.optional(),
    reportedOn: day.optional(),
    /** the drugs that its items look for */
    covers: z.array(z.string().max(60)).max(60).default([]),
  }),
  touches: ({ lotId }) => ({ lotIds: [lotId] }),
  marks: true,
  spreads: true,
  byInspector: true,
  decide({ lotId, test, items, laboratory, reportNumber, reportedOn, covers }, scene): Decision {
    const lot = scene.lot(lotId, "lotId");
    if (reportedOn !== undefined && reportedOn < scene.day)
      throw new Refused("reportedOn", "error.endBeforeStart");
    if (covers.some((drugId) => !findDrug(drugId))) throw new Refused("covers", "production:refused.noLabel");
    const failed = items.filter(({ passed }) => !passed);
    return {
      concerns: [{ lotId: lot.id }],
      ...(failed.length > 0 && {
        exposes: {
          lotIds: [lotId],
          hold: { kind: "test_failed", reason: failed.map(({ item }) => item).join("、") },
        },
      }),
      details: {
        ...{ test, items, laboratory, reportNumber, reportedOn, covers },
        passed: failed.length === 0,
      },
    };
  },
});
