/** What people at the pond weigh in, by the preference of their account. */
export type MassUnit = "jin" | "kg";

/** Grams in one 斤 and one 公斤. */
const grams: Record<MassUnit, number> = { jin: 500, kg: 1000 };

/** Whole grams of what was typed; what is no number stays as it is. */
export function gramsOf(typed: string, unit: MassUnit): number | string {
  const value = Number(typed.replaceAll(/[,，\s]/g, ""));
  return Number.isFinite(value) ? Math.round(value * grams[unit]) : typed;
}

export const inUnit = (massG: number, unit: MassUnit) => massG / grams[unit];

/** The unit's name among the units of i18n. */
export const unitName = (unit: MassUnit) => (unit === "jin" ? "jin" : "kilogram");
