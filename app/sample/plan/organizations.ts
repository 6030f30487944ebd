import type { Context } from "./context.ts";

export type Stage = "breeding" | "farming" | "processing" | "sales";
export type Flag = "green_village" | "revitalization_model" | "lifted_from_poverty";

export type Organization = {
  id: string;
  kind: "village" | "enterprise" | "group";
  code: string;
  villageCode: string | null;
  name: string;
  townCode: string;
  identityCode: string | null;
  stages: Stage[];
  flags: Flag[];
  address: string;
  lng: number;
  lat: number;
  note: string | null;
};

/** Codes of the two villages and the enterprise that really exist: only neutral facts are made up about them. */
export const known = { junba: "101200", xinhua: "101222", yongfeng: "E01" };

export const isKnown = ({ code }: { code: string }) => Object.values(known).includes(code);

export function findOrganization(organizations: readonly Organization[], code: string) {
  const found = organizations.find((organization) => organization.code === code);
  if (!found) throw new Error(`no organization ${code}`);
  return found;
}

export const townName = ({ county }: Context, townCode: string) =>
  county.towns.find((town) => town.code === townCode)?.name ?? "";
