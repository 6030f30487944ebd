import { roundHalfUp } from "../../production/ledger/amount.ts";
import type { Price } from "./price.ts";

/**
 * Grams that are paid: 死鱼 first, of the dead fish so many thousandths; then 扣水, of all that is left. Each is rounded
 * half up to the gram, as a scale's slip is.
 */
export function paidMass(
  { acceptedG, deadG }: { acceptedG: number; deadG: number },
  { waterPermille, deadPermille }: Pick<Price, "waterPermille" | "deadPermille">,
) {
  const afterDead = acceptedG + deadG - roundHalfUp((deadG * deadPermille) / 1000);
  return afterDead - roundHalfUp((afterDead * waterPermille) / 1000);
}
