import { Refused } from "#app/audit/errors.ts";
import type { Scene } from "./events/decision.ts";

const refuse = (field: string, key: string, parameters: Record<string, number>): never => {
  throw new Refused(field, `production:refused.${key}|${JSON.stringify(parameters)}`);
};

/** kg/m³ in tanks from which a density is asked about, and loudly. */
export const densityAsked = { above: 50, loudlyAbove: 150 };

/** kg/m³ in tanks: above 450 a slip of the keyboard; above 150 asked loudly, above 50 asked. Bounds of domain.md. */
export function doubtDensity(scene: Scene, siteId: string, addedG: number, field: string): string[] {
  const { volumeM3 } = scene.site(siteId);
  if (!volumeM3) return [];
  const massG = scene.lotsAt(siteId).reduce((sum, lot) => sum + lot.massG, addedG);
  const density = massG / 1000 / volumeM3;
  if (density > 450) refuse(field, "density", { density: Math.round(density) });
  if (density > densityAsked.loudlyAbove) return ["densityFar"];
  return density > densityAsked.above ? ["density"] : [];
}

/** Feed a day against the fish that are there: above 30 % not accepted, above 8 % asked. */
export function doubtFeed(biomassG: number, feedG: number, days: number): string[] {
  if (biomassG === 0) return ["nothingThere"];
  const perDay = feedG / days / biomassG;
  if (perDay > 0.3) refuse("massG", "feed", { percent: Math.round(perDay * 100) });
  return perDay > 0.08 ? ["feed"] : [];
}

/** More than 5 % dead in a day is an alarm, and asks how they were disposed of. */
export const isMassMortality = (dead: number, count: number) => count > 0 && dead / count > 0.05;

/** A mean weight that fell by a tenth, or rose by more than half, since the book last knew. */
export function doubtMean(bookedG: number | null, meanG: number): string[] {
  if (bookedG === null) return [];
  if (meanG < bookedG * 0.9) return ["meanFell"];
  return meanG > bookedG * 1.5 + 20 ? ["meanRose"] : [];
}
