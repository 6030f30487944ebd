import type { AppLoadContext } from "@remix-run/node";
import type { Viewer } from "#app/auth/viewer.ts";
import { listOrganizationOptions } from "../members/list-organization-options.server.ts";
import { listTowns } from "../members/queries/towns.server.ts";
import { listSpecies } from "./queries/find-site.server.ts";

/** What a site's form offers: towns, organizations by kind, species. */
export async function siteFormChoices(viewer: Viewer, context: AppLoadContext) {
  const [towns, organizations, species] = await Promise.all([
    listTowns(viewer),
    listOrganizationOptions(viewer, context),
    listSpecies(),
  ]);
  return {
    towns: towns.map(({ code, name }) => ({ value: code, label: name })),
    organizations,
    species: species.map(({ code, nameZh, nameEn }) => ({
      value: code,
      label: context.language === "zh" ? nameZh : nameEn,
    })),
  };
}
