import { toMu } from "#app/i18n/format.ts";

export const siteFieldNames = [
  "code",
  "name",
  "kind",
  "stage",
  "status",
  "species",
  "townCode",
  "ownerId",
  "operatorId",
  "householdCode",
  "leaseFrom",
  "leaseTo",
  "fundingSource",
  "lng",
  "lat",
  "positionSource",
  "registeredAreaMu",
  "diameterM",
  "depthM",
  "volumeM3",
  "waterBody",
  "protectionZone",
  "managingBody",
  "noFeeding",
  "closedFrom",
  "closedTo",
  "note",
] as const;
export type SiteFieldName = Exclude<(typeof siteFieldNames)[number], "species">;
/** The form's fields as text, as they stand in the register or were typed. */
export type SiteValues = Partial<Record<SiteFieldName, string>> & { species?: string[] };

type StoredSite = Omit<{ [Name in keyof Required<SiteValues>]: unknown }, "registeredAreaMu"> & {
  registeredAreaM2: number | null;
};

/** Mu with no more decimals than were typed. */
const muText = (squareMetres: number) => String(Math.round(toMu(squareMetres) * 100) / 100);

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

/** What stands in the register now, under the names of the form: there the area is in mu. */
export const conflictValues = ({ registeredAreaM2, ...theirs }: Record<string, unknown>) =>
  registeredAreaM2 === undefined
    ? theirs
    : { ...theirs, registeredAreaMu: registeredAreaM2 === null ? "" : muText(Number(registeredAreaM2)) };
