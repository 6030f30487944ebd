import type { AppLoadContext } from "@remix-run/node";
import type { Viewer } from "#app/auth/viewer.ts";
import { listOrganizationChoices } from "../members/queries/find-organization.server.ts";
import { listTowns } from "../members/queries/towns.server.ts";
import { listSpecies } from "./queries/find-site.server.ts";

/** What a site's form offers: towns, organizations by kind, species. */
export async function siteFormChoices(viewer: Viewer, { today, language, t }: AppLoadContext) {
  const [towns, organizations, species] = await Promise.all([
    listTowns(viewer),
    listOrganizationChoices(viewer, today),
    listSpecies(),
  ]);
  const townNames = new Map(towns.map(({ code, name }) => [code, name]));
  const kinds = ["village", "enterprise", "group"] as const;
  return {
    towns: towns.map(({ code, name }) => ({ value: code, label: name })),
    organizations: kinds
      .map((kind) => ({
        group: t(`members:kind.${kind}`),
        options: organizations
          .filter((organization) => organization.kind === kind)
          .map(({ id, name, townCode }) => ({
            value: id,
            label: kind === "village" && townCode ? `${name}（${townNames.get(townCode) ?? ""}）` : name,
          })),
      }))
      .filter(({ options }) => options.length > 0),
    species: species.map(({ code, nameZh, nameEn }) => ({
      value: code,
      label: language === "zh" ? nameZh : nameEn,
    })),
  };
}
