import type { Figure } from "./growth-parameters.ts";

/** Shallow: tanks, earth ponds, rice fields. Deep: the upper layer of a reservoir. Running: raceways on cold springs and streams. */
export type Water = "shallow" | "deep" | "running";

/** Air at Shiquan, the neighbouring station, 1981–2010, °C by month: China Meteorological Administration, as quoted by Wikipedia. */
const air = [3.0, 5.5, 9.9, 15.4, 19.7, 23.2, 25.5, 24.8, 20.2, 14.8, 9.2, 4.3];

const before = (month: number) => air[(month + 11) % 12] ?? Number.NaN;
const annual = air.reduce((sum, one) => sum + one, 0) / air.length;

/**
 * What a water of Hanyin has on the 15th of each month, °C, until the county's own readings replace it. The air is
 * measured, how water follows it is remembered: shallow water 1.5 above it (Hanyin's seat lies lower and the sun
 * warms a tank), a reservoir half a month late, running water between 8 and 16.
 */
export const hanyinWaterC: Record<Water, number[]> = {
  shallow: air.map((c) => c + 1.5),
  deep: air.map((c, month) => (c + before(month)) / 2 + 1.5),
  running: air.map((c) => 12 + 0.35 * (c - annual)),
};

/** How far a season as a whole may lie from the climate: one standard deviation, °C. */
export const climateSpreadC: Figure = { value: 1.5, standing: "mem", source: "assumed" };
