import * as z from "zod";
import { Refused } from "#app/audit/errors.ts";
import { chinaDay } from "#app/i18n/day.ts";
import { daysBetween } from "../growth/days-between.ts";
import { doseUnits, routes } from "../treatments/dose.ts";
import { findLabel, type KnownLabel, prohibitedIn } from "../treatments/labels.ts";
import type { Decision, Exposure, Scene } from "./decision.ts";
import { common, day, id, words } from "./event.ts";
import { defineKind } from "./kind.ts";

const dose = z.strictObject({
  on: day,
  amount: z.coerce.number("error.number").positive("error.positive").max(1_000_000, "error.tooBig"),
});

/** 用药: a whole course at a site. It happens with the first dose; later doses may still be to come. */
export const treatment = defineKind({
  schema: z
    .strictObject({
      ...common,
      kind: z.literal("treatment"),
      siteId: id,
      symptom: words,
      disease: words.optional(),
      /** the version of the label it is given under; or the name of a drug that is another, or unknown */
      labelId: z.string().max(60).optional(),
      drugName: words.optional(),
      batch: words.optional(),
      unit: z.enum(doseUnits),
      doses: z.array(dose).min(1, "error.required").max(60),
      route: z.enum(routes).optional(),
      prescriber: words.optional(),
      prescriberKind: z.enum(["veterinarian", "village_veterinarian"]).optional(),
      prescriptionNumber: words.optional(),
      appliedBy: words,
    })
    .refine(({ labelId, drugName }) => (labelId === undefined) !== (drugName === undefined), {
      path: ["drugName"],
      error: "production:refused.oneDrug",
    }),
  siteId: ({ siteId }) => siteId,
  touches: ({ siteId }) => ({ siteIds: [siteId] }),
  marks: true,
  spreads: true,
  decide(event, scene): Decision {
    const doses = [...event.doses].sort((a, b) => (a.on < b.on ? -1 : 1));
    const [firstOn, lastOn] = periodOf(doses, scene);
    const label = event.labelId === undefined ? undefined : labelGiven(event.labelId, firstOn);
    if (label?.drug.standing === "prescription") checkPrescription(event);
    const lots = scene.lotsBetween(event.siteId, Date.parse(`${lastOn}T23:59:59.999+08:00`));
    const isOffLabel = label && lots.some(({ species }) => !label.species.includes(species));
    const prohibited = event.drugName && prohibitedIn(event.drugName);
    return {
      concerns: lots.map((lot) => ({ lotId: lot.id })),
      exposes: exposureOf(
        lots.map((lot) => lot.id),
        { label, drugName: event.drugName, firstOn, lastOn },
      ),
      doubts: [
        ...(lots.length === 0 ? ["nothingThere"] : []),
        ...(isOffLabel ? ["offLabel"] : []),
        ...(prohibited ? ["prohibitedDrug"] : event.drugName ? ["unknownDrug"] : []),
      ],
      columns: { fromOn: firstOn, toOn: lastOn },
      details: {
        ...{ symptom: event.symptom, disease: event.disease, batch: event.batch },
        ...{ labelId: event.labelId, drugId: label?.drug.id, drugName: event.drugName },
        ...(prohibited && { prohibited: prohibited.id }),
        ...{ unit: event.unit, doses, route: event.route, appliedBy: event.appliedBy },
        ...{ prescriber: event.prescriber, prescriberKind: event.prescriberKind },
        ...{ prescriptionNumber: event.prescriptionNumber, operatorId: scene.site(event.siteId).operatorId },
      },
    };
  },
});

/** First and last day; a course may be written down with what is still to be given. */
function periodOf(doses: { on: string }[], scene: Scene) {
  const [firstOn, lastOn] = [doses[0]?.on as string, doses.at(-1)?.on as string];
  if (firstOn !== chinaDay(new Date(scene.at))) throw new Refused("doses", "production:refused.firstDose");
  if (daysBetween(firstOn, lastOn) >= 31) throw new Refused("doses", "production:refused.period");
  return [firstOn, lastOn] as const;
}

function labelGiven(labelId: string, on: string) {
  const label = findLabel(labelId);
  if (!label) throw new Refused("labelId", "production:refused.noLabel");
  if (label.validFrom > on) throw new Refused("labelId", "production:refused.labelLater");
  return label;
}

function checkPrescription(event: {
  prescriber?: string;
  prescriberKind?: string;
  prescriptionNumber?: string;
}) {
  for (const field of ["prescriber", "prescriberKind", "prescriptionNumber"] as const)
    if (event[field] === undefined) throw new Refused(field, "production:refused.prescription");
}

function exposureOf(
  lotIds: string[],
  given: { label?: KnownLabel; drugName?: string; firstOn: string; lastOn: string },
): Exposure {
  const { label, drugName, firstOn, lastOn } = given;
  if (!label) return { lotIds, hold: { kind: "unknown_drug", reason: drugName } };
  const { degreeDays, days } = label;
  return {
    lotIds,
    ...((degreeDays ?? days) !== null && {
      withdrawal: { fromOn: firstOn, lastDoseOn: lastOn, degreeDays, days },
    }),
    hold: { kind: "off_label", reason: label.drug.nameZh, exceptSpecies: label.species },
  };
}
