import { effectiveDegrees, rateOfTrial } from "#app/features/production/growth/growth-model.ts";
import { climateC } from "#app/features/production/growth/water-climate.ts";
import type { Weighing } from "#app/features/production/growth/weighing.ts";
import { addDays } from "#app/i18n/day.ts";
import { createRandom, type Random } from "#app/sample/plan/random.ts";
import { growthParameters } from "#db/reference/growth-parameters.ts";

const fedInTanks = ["grass_carp", "largemouth_bass", "common_carp"] as const;

/** Box–Muller. */
const normal = (random: Random) =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

/**
 * Made-up histories to test the forecast against: lots that grow at a rate of their own, which drifts, in seasons
 * warmer or colder than the climate with weather on top, weighed by unfair samples every two to four weeks.
 */
export function syntheticLots(seed: string, count: number) {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const parameters = growthParameters[random.pick(fedInTanks)];
    const rate = rateOfTrial(parameters.trial) * Math.max(0.2, 1 + parameters.rateCv.value * normal(random));
    const warmer = 1.5 * normal(random);
    const later = 1 + 0.1 * normal(random);
    const stocked = addDays("2025-03-20", random.integer(0, 60));
    const readings: { on: string; meanC: number }[] = [];
    const weighings: Weighing[] = [];
    let root = Math.cbrt(random.between(5, 80));
    let weather = 0;
    let next = 0;
    for (let day = 0; day <= 210; day++) {
      const on = addDays(stocked, day);
      if (day === next) {
        const unfair = 0.05 * normal(random);
        const luck = (parameters.individualCv.value / Math.sqrt(30)) * normal(random);
        weighings.push({ on, meanG: root ** 3 * (1 + unfair + luck), n: day === 0 ? null : 30 });
        next += random.integer(14, 28);
      }
      weather = 0.8 * weather + 0.8 * normal(random);
      const meanC = climateC("shallow", on) + warmer + weather;
      if (random.chance(0.7)) readings.push({ on, meanC });
      root += rate * (day > 60 ? later : 1) * effectiveDegrees(parameters.temperature, meanC);
    }
    return { weighings, readings, water: "shallow" as const, parameters };
  });
}
