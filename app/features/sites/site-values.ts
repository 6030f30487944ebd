import { squareMetresToMu } from "./area.ts";
import type { SiteValues } from "./SiteForm.tsx";

type StoredSite = Omit<{ [Name in keyof Required<SiteValues>]: unknown }, "registeredAreaMu"> & {
  registeredAreaM2: number | null;
};

/** Mu with no more decimals than were typed. */
const muText = (squareMetres: number) => String(Math.round(squareMetresToMu(squareMetres) * 100) / 100);

/** A stored site as its form shows it. */
export function siteValues({ registeredAreaM2, species, ...site }: StoredSite): SiteValues {
  const texts = Object.entries(site).map(([name, value]) => [
    name,
    value === null || value === undefined ? "" : String(value),
  ]);
  return {
    ...Object.fromEntries(texts),
    species: species as string[],
    registeredAreaMu: registeredAreaM2 === null ? "" : muText(registeredAreaM2),
  };
}
