import type { OrganizationFields } from "#app/features/members/schema.ts";
import type { Context } from "./context.ts";

/** An organization as the register takes it in; those of the sample all have a place. */
export type Organization = OrganizationFields & {
  id: string;
  townCode: string;
  address: string;
  lng: number;
  lat: number;
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
