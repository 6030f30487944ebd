import { planSample } from "#app/sample/plan/plan-sample.ts";
import { hanyin } from "#db/reference/hanyin.ts";

export const asOf = "2026-03-15";
export const planOn = (day: string, seed = "test") => planSample({ seed, asOf: day, county: hanyin });

/** The plan most tests look at. */
export const plan = planOn(asOf);

/** Seeds and days that every sum and every rule of place must hold for, not only those of one lucky draw. */
export const draws = [plan, planOn("2026-11-25", "another"), planOn("2028-02-29", "a third")];

export const organizationsById = (of = plan) => new Map(of.organizations.map((row) => [row.id, row]));
