import * as z from "zod";
import { partnershipKinds } from "../members/kinds.ts";
import { note, optional, requiredDay, shortText } from "../members/schema.ts";
import { picture } from "../sites/schema.ts";
import { advanceKinds, dividendBases, givenThings, priceKinds, suppliedForms } from "./kinds.ts";
import { type MonthField, monthFields } from "./month-fields.ts";

const number = z.coerce.number("error.number");
/** Typed in kilograms, kept in grams. */
const kilograms = number
  .positive("error.positive")
  .max(10_000_000, "error.tooBig")
  .transform((value) => Math.round(value * 1000));
/** Typed in yuan, kept in fen. */
const yuan = number.max(100_000_000, "error.tooBig").transform((value) => Math.round(value * 100));
const price = number
  .min(0, "error.positive")
  .max(10_000, "error.tooBig")
  .transform((value) => Math.round(value * 100));
/** Typed in percent with one decimal, kept in thousandths. */
const percent = (most: number) =>
  number
    .min(0, "error.positive")
    .max(most, `error.tooLarge|${JSON.stringify({ maximum: most })}`)
    .transform((value) => Math.round(value * 10));
const words = z.string().trim().max(500, "error.long");

const month = optional(kilograms);
const months = Object.fromEntries(monthFields.map((name) => [name, month])) as Record<
  MonthField,
  typeof month
>;

/** What an agreement says, as a form asks for it. */
const terms = {
  species: z.string("error.required").max(40),
  form: z.enum(suppliedForms, "error.required"),
  sizeClass: optional(z.string().trim().max(60, "error.long")),
  priceKind: z.enum(priceKinds, "error.required"),
  priceFen: price,
  rewardFen: optional(price),
  rewardFor: optional(words),
  waterPermille: optional(percent(50)),
  deadPermille: optional(percent(100)),
  paymentDays: number.int("error.whole").min(0, "error.positive").max(365, "error.tooBig"),
  dividendPermille: optional(percent(100)),
  dividendBasis: optional(z.enum(dividendBases)),
  quality: optional(words),
  gives: z.array(z.enum(givenThings)).default([]),
  ...months,
};
type Terms = z.output<z.ZodObject<typeof terms>>;

function complete(said: Terms, context: z.core.$RefinementCtx) {
  const ask = (field: string, message: string) =>
    context.addIssue({ code: "custom", path: [field], message });
  if (said.rewardFen && !said.rewardFor) ask("rewardFor", "error.required");
  if (said.dividendPermille && !said.dividendBasis) ask("dividendBasis", "error.required");
  if (said.dividendBasis && !said.dividendPermille) ask("dividendPermille", "error.required");
  if (monthFields.every((name) => !said[name])) ask("month1", "supply:error.noMonth");
}

const paper = { picture: optional(picture), pictureId: z.uuid() };

/** 登记一份签好的纸质协议, or draft one for the other side to confirm. */
export const newAgreementForm = z
  .object({
    ...terms,
    ...paper,
    id: z.uuid(),
    versionId: z.uuid(),
    code: z
      .string("error.required")
      .trim()
      .toUpperCase()
      .regex(/^[0-9A-Z-]{1,24}$/, "error.code"),
    kind: z.enum(partnershipKinds, "error.required"),
    supplierId: z.uuid("error.required"),
    buyerId: z.uuid("error.required"),
    startsOn: requiredDay,
    endsOn: requiredDay,
    note,
  })
  .superRefine((said, context) => {
    complete(said, context);
    if (said.endsOn < said.startsOn)
      context.addIssue({ code: "custom", path: ["endsOn"], message: "error.endBeforeStart" });
    if (said.supplierId === said.buyerId)
      context.addIssue({ code: "custom", path: ["buyerId"], message: "supply:error.oneParty" });
  });

export const amendmentForm = z
  .object({
    ...terms,
    ...paper,
    versionId: z.uuid(),
    /** the version it was written from */
    version: z.coerce.number().int(),
    effectiveOn: requiredDay,
    reason: shortText,
  })
  .superRefine(complete);

export const consentForm = z.object({ number: z.coerce.number().int() });
export const endForm = z.object({ endedOn: requiredDay });

export const advanceForm = z.object({
  id: z.uuid(),
  kind: z.enum(advanceKinds, "error.required"),
  givenOn: requiredDay,
  count: optional(number.int("error.whole").positive("error.positive").max(1e9, "error.tooBig")),
  massG: optional(kilograms),
  amountFen: yuan.refine((fen) => fen > 0, "error.positive"),
  note: optional(words),
});
export const reversalForm = z.object({ id: z.uuid(), reversesId: z.uuid(), note: shortText });
