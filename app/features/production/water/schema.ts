import * as z from "zod";
import { optional } from "../../members/schema.ts";
import { siteFilter } from "../../sites/filter.ts";
import { alarmKinds, alarmStates, chartRanges } from "./kinds.ts";
import {
  type Measures,
  type Quantity,
  quantities,
  quantityNames,
  type Switch,
  switches,
} from "./quantities.ts";

const required = "error.required";

const within = (quantity: Quantity) => {
  const { lowest, highest } = quantities[quantity];
  const outside = `water:error.range|${JSON.stringify({ lowest, highest })}`;
  return { lowest, highest, outside };
};

/** Bounds of domain.md: what lies outside is no measurement of water. */
export const measureOf = (quantity: Quantity, number = z.number("error.number")) => {
  const { lowest, highest, outside } = within(quantity);
  return number.min(lowest, outside).max(highest, outside);
};

const shapeOf = <Schema extends z.ZodType>(names: readonly string[], schema: (name: never) => Schema) =>
  Object.fromEntries(names.map((name) => [name, schema(name as never)])) as Record<string, Schema>;

export const someMeasured = (reading: { [Name in keyof Measures]?: unknown }) =>
  [...quantityNames, ...switches].some((name) => reading[name] !== null && reading[name] !== undefined);

/** A wall clock in China, as a form sends it; without summer time an hour is never there twice. */
const chinaTime = z
  .string(required)
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/, "water:error.time")
  .transform((text) => new Date(`${text}+08:00`))
  .refine((at) => !Number.isNaN(at.getTime()), "water:error.time");

type NumberShape = Record<Quantity, z.ZodPipe<z.ZodType, z.ZodTransform<number | null, unknown>>>;
/** A failure is ticked; what is not ticked was not looked at. */
const failed = z
  .literal("on")
  .nullish()
  .transform((ticked) => (ticked ? false : null));

/** What a keeper writes down beside the pond. */
export const readingForm = z
  .object({
    at: chinaTime,
    ...(shapeOf(quantityNames, (name: Quantity) =>
      optional(measureOf(name, z.coerce.number("error.number"))),
    ) as unknown as NumberShape),
    power: failed,
    aerator: failed,
  })
  .refine((reading) => someMeasured(reading), { path: ["oxygen"], error: "water:error.nothing" });

export const deviceFields = z.object({
  id: z.uuid(),
  name: z.string(required).trim().min(1, required).max(50, "error.long"),
  intervalMinutes: z.coerce
    .number("error.number")
    .int("error.whole")
    .min(1, "water:error.interval")
    .max(1440, "water:error.interval"),
});

const version = z.coerce.number().int();
const word = z.string(required).trim().min(1, required).max(200, "error.long");
/** Taking an alarm up needs no word; closing it says what was done. */
export const acknowledgeFields = z.object({
  version,
  note: optional(z.string().trim().max(200, "error.long")),
});
export const closeFields = z.object({ version, note: word });

/** The parameters by which lists of alarms are narrowed; without a state those that are not closed. */
export const alarmFilter = z.object({
  state: z.enum([...alarmStates, "all"]).optional(),
  kind: z.enum(alarmKinds).optional(),
  town: siteFilter.shape.town,
  site: z.uuid().optional(),
});
export type AlarmFilter = z.infer<typeof alarmFilter>;

/** The parameters of a site's water page: how much of it, and the last day shown. */
export const waterParameters = z.object({
  range: z.enum(chartRanges).default("week"),
  until: z.iso.date().optional(),
  table: z.literal("1").optional(),
});

/** One reading as a program sends it, checked apart from its neighbours. */
export const readingEntry = z.strictObject({
  site: z.string().max(64).optional(),
  at: z.iso.datetime({ offset: true }),
  ...(shapeOf(quantityNames, (name: Quantity) => measureOf(name).nullish()) as Record<
    Quantity,
    z.ZodOptional<z.ZodNullable<z.ZodNumber>>
  >),
  ...(shapeOf(switches, () => z.boolean().nullish()) as Record<
    Switch,
    z.ZodOptional<z.ZodNullable<z.ZodBoolean>>
  >),
});
export type ReadingEntry = z.infer<typeof readingEntry>;

export const readingsPerCall = 1000;
