import type { AppLoadContext } from "@remix-run/node";
import type { Expression } from "kysely";
import * as z from "zod";
import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";
import type { Language } from "#app/i18n/language.ts";
import { organizationFilter } from "../members/filter.ts";
import { membershipStates, organizationGaps } from "../members/kinds.ts";
import type { OrganizationRow } from "../members/OrganizationTable.tsx";
import type { listOrganizations, OrganizationFilter } from "../members/queries/list-organizations.server.ts";
import { listTowns } from "../members/queries/towns.server.ts";
import { siteFilter } from "./filter.ts";
import { type SiteKind, siteKinds } from "./kinds.ts";
import { listSpecies } from "./queries/find-site.server.ts";
import { listSpeciesByOperator, operatorsWith, sumSitesByOperator } from "./queries/totals.server.ts";

/** What they operate: a kind of site, a species. */
const operated = { site: siteFilter.shape.kind, species: siteFilter.shape.species };

/** The parameters of the list of villages; the members of today unless it says otherwise. */
export const memberParameters = organizationFilter.pick({ q: true, town: true, flag: true }).extend({
  membership: z.enum([...membershipStates, "all", "ended"]).optional(),
  gap: z.enum(organizationGaps).optional(),
  ...operated,
});

/** The parameters of the list of enterprises. */
export const enterpriseParameters = organizationFilter
  .pick({ q: true, town: true, stage: true })
  .extend({ ended: z.literal("only").optional(), ...operated });

/** Villages for those who govern the register; a village or enterprise sees itself and its partners, whatever they are. */
export function membersAsked(
  viewer: Viewer,
  { membership, site, species, ...rest }: z.infer<typeof memberParameters>,
): OrganizationFilter {
  const own = ownOrganizationId(viewer) !== undefined;
  const wanted = membership ?? (own ? "all" : "member");
  return {
    ...rest,
    ...(!own && { kind: "village" }),
    ...(wanted === "ended" ? { ended: true } : wanted !== "all" && { membership: wanted }),
    within: operators(viewer, { kind: site, species }),
  };
}

export function enterprisesAsked(
  viewer: Viewer,
  { site, species, ended, ...rest }: z.infer<typeof enterpriseParameters>,
): OrganizationFilter {
  return {
    ...rest,
    kind: ["enterprise", "group"],
    ended: ended === "only",
    within: operators(viewer, { kind: site, species }),
  };
}

function operators(viewer: Viewer, wanted: { kind?: SiteKind; species?: string }) {
  const any = wanted.kind !== undefined || wanted.species !== undefined;
  return any ? (operatorsWith(viewer, wanted) as Expression<string>) : undefined;
}

type Listed = Awaited<ReturnType<typeof listOrganizations>>["items"];

/** Organizations with what they operate, as their list shows them; species by name in the reader's language. */
export async function withOperated(viewer: Viewer, organizations: Listed, language: Language) {
  const ids = organizations.map(({ id }) => id);
  const [sums, farmed, species] = await Promise.all([
    sumSitesByOperator(viewer, ids),
    listSpeciesByOperator(viewer, ids),
    listSpecies(),
  ]);
  const own = ownOrganizationId(viewer);
  return organizations.map(
    ({
      id,
      name,
      code,
      kind,
      townName,
      stages,
      flags,
      memberSince,
      endedOn,
      households,
    }): OrganizationRow => {
      const operated = sums.filter(({ operatorId }) => operatorId === id);
      const codes = farmed.find(({ operatorId }) => operatorId === id)?.species ?? [];
      return {
        ...{ id, name, code, kind, townName, stages, flags, memberSince, endedOn },
        households: own === undefined ? (households ?? 0) : null,
        operated:
          own !== undefined && own !== id
            ? null
            : {
                sites: operated.reduce((total, { sites }) => total + sites, 0),
                ponds: operated.find((sum) => sum.kind === "pond")?.sites ?? 0,
                waterM2: operated.find((sum) => sum.kind === "water_area")?.areaM2 ?? 0,
                species: species
                  .filter((one) => codes.includes(one.code))
                  .map((one) => inLanguage(one, language)),
              },
      };
    },
  );
}

/** Towns, kinds of site and species, to narrow such a list by. */
export async function listNarrowing(viewer: Viewer, { language, t }: AppLoadContext) {
  const [towns, species] = await Promise.all([listTowns(viewer), listSpecies()]);
  return {
    town: towns.map(({ code, name }) => ({ value: code, label: name })),
    site: siteKinds.map((kind) => ({ value: kind, label: t(`sites:kind.${kind}`) })),
    species: species.map((one) => ({ value: one.code, label: inLanguage(one, language) })),
  };
}

const inLanguage = (species: { nameZh: string; nameEn: string }, language: Language) =>
  language === "zh" ? species.nameZh : species.nameEn;
