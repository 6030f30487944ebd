import { muToSquareMetres, squareMetresToMu } from "../sites/area.ts";

/** The fewest decimals from which the stored square metres come back; more than six say nothing. */
export function muText(squareMetres: number) {
  const mu = squareMetresToMu(squareMetres);
  for (let decimals = 0; decimals < 6; decimals += 1) {
    const text = String(Number(mu.toFixed(decimals)));
    if (muToSquareMetres(Number(text)) === squareMetres) return text;
  }
  return String(Number(mu.toFixed(6)));
}
