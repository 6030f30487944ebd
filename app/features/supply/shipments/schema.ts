import * as z from "zod";
import { note, optional, requiredDay, shortText } from "../../members/schema.ts";
import { picture } from "../../sites/schema.ts";
import { instantIn, when } from "../when.ts";
import { linesAtMost, shipmentPurposes } from "./kinds.ts";

const number = z.coerce.number("error.number");
/** Typed in the unit that the form prints; read by `gramsIn`. */
const mass = number.positive("error.positive").max(1_000_000, "error.tooBig");
const unit = z.enum(["jin", "kg"]);
const fish = number.int("error.whole").positive("error.positive").max(100_000_000, "error.tooBig");
const gramsIn = (typed: number, of: z.output<typeof unit>) => Math.round(typed * (of === "jin" ? 500 : 1000));
/** 叫货 or 报货. */
export const shipmentForm = z
  .object({
    id: z.uuid(),
    agreementId: optional(z.uuid()),
    supplierId: z.uuid("error.required"),
    buyerId: z.uuid("error.required"),
    purpose: z.enum(shipmentPurposes, "error.required"),
    species: z.string("error.required").max(40),
    plannedOn: requiredDay,
    planned: mass,
    unit,
    note,
  })
  .refine(({ supplierId, buyerId }) => supplierId !== buyerId, {
    path: ["buyerId"],
    error: "supply:error.oneParty",
  })
  .transform(({ planned, unit: of, ...said }) => ({ ...said, plannedG: gramsIn(planned, of) }));

const sent = z.object({
  eventId: z.uuid(),
  transitLotId: z.uuid(),
  lotId: optional(z.uuid()),
  count: optional(fish),
  mass: optional(mass),
});

export const dispatchForm = z
  .object({
    ...when,
    unit,
    vehicle: optional(z.string().trim().max(40, "error.long")),
    waterTemperature: optional(number.min(-1, "error.invalid").max(42, "error.invalid")),
    lines: z.array(sent).max(linesAtMost),
  })
  .superRefine(({ lines }, context) => {
    const refuse = (path: (string | number)[], message = "error.required") =>
      context.addIssue({ code: "custom", path, message });
    if (lines.every(({ lotId }) => lotId === null)) refuse(["lines", 0, "lotId"]);
    for (const [index, { lotId, mass }] of lines.entries()) {
      if (lotId && mass === null) refuse(["lines", index, "mass"]);
      if (!lotId && mass !== null) refuse(["lines", index, "lotId"]);
    }
  })
  .transform(({ lines, unit: of, vehicle, waterTemperature, ...said }) => ({
    ...{ vehicle, waterTemperature, occurredAt: instantIn(said) },
    lines: lines.flatMap(({ lotId, mass, ...line }) =>
      lotId && mass !== null ? [{ ...line, lotId, massG: gramsIn(mass, of) }] : [],
    ),
  }));

const arrived = z.object({
  eventId: z.uuid(),
  transitLotId: z.uuid(),
  acceptedLotId: z.uuid(),
  returnedLotId: z.uuid(),
  accepted: optional(mass),
  returned: optional(mass),
  dead: optional(mass),
});

export const receiveForm = z
  .object({
    ...when,
    unit,
    siteId: z.uuid("error.required"),
    reason: optional(z.string().trim().max(200, "error.long")),
    picture: optional(picture),
    pictureId: z.uuid(),
    lines: z.array(arrived).min(1).max(linesAtMost),
  })
  .superRefine(({ lines, reason }, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    for (const [index, { accepted, returned, dead }] of lines.entries())
      if (accepted === null && returned === null && dead === null)
        refuse(["lines", index, "accepted"], "error.required");
    if (!reason && lines.some(({ returned }) => returned !== null))
      refuse(["reason"], "supply:error.whyReturned");
  })
  .transform(({ lines, unit: of, siteId, reason, picture, pictureId, ...said }) => ({
    ...{ siteId, reason, picture, pictureId, occurredAt: instantIn(said) },
    lines: lines.map(({ accepted, returned, dead, ...line }) => {
      const [acceptedG, returnedG, deadG] = [accepted, returned, dead].map(
        (typed) => typed && gramsIn(typed, of),
      ) as [number | null, number | null, number | null];
      return { ...line, acceptedG, returnedG, deadG };
    }),
  }));

export const cancelForm = z.object({ reason: shortText });
/** A tap says everything. */
export const confirmForm = z.object({});
