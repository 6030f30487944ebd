import type { Viewer } from "#app/auth/viewer.ts";
import { canSeeHouseholds } from "../members/access.ts";
import { listHouseholds } from "../members/queries/households.server.ts";
import { listOrganizations } from "../members/queries/list-organizations.server.ts";
import { listSites } from "../sites/queries/list-sites.server.ts";

export type Hit = { to: string; name: string; code: string; place: string | null };
export type HitGroup = {
  kind: "members" | "enterprises" | "sites" | "households";
  hits: Hit[];
  /** the list with the rest, where there is more */
  more: string | undefined;
};

const hitsPerGroup = 8;

/** What the viewer may see under a name, code, pinyin or initials: a few of each kind. */
export async function search(viewer: Viewer, q: string, today: string): Promise<HitGroup[]> {
  if (q === "") return [];
  const limit = hitsPerGroup;
  const [members, enterprises, groups, sites, households] = await Promise.all([
    listOrganizations(viewer, { q, kind: "village" }, { today, limit }),
    listOrganizations(viewer, { q, kind: "enterprise" }, { today, limit }),
    listOrganizations(viewer, { q, kind: "group" }, { today, limit }),
    listSites(viewer, { q }, { limit }),
    canSeeHouseholds(viewer) ? listHouseholds(viewer, { q }, { limit }) : { items: [], next: undefined },
  ]);
  const organization = ({ id, name, code, townName }: (typeof members)["items"][number]): Hit => ({
    to: `/members/${id}`,
    name,
    code,
    place: townName,
  });
  const list = (path: string, parameters = {}) => `${path}?${new URLSearchParams({ q, ...parameters })}`;
  const moreThanShown = enterprises.next ?? enterprises.items.length + groups.items.length > limit;
  const found: HitGroup[] = [
    {
      kind: "members",
      hits: members.items.map(organization),
      more: members.next && list("/members", { membership: "all" }),
    },
    {
      kind: "enterprises",
      hits: [...enterprises.items, ...groups.items].slice(0, limit).map(organization),
      more: moreThanShown ? list("/enterprises") : undefined,
    },
    {
      kind: "sites",
      hits: sites.items.map(({ id, name, code, operatorName }) => ({
        to: `/sites/${id}`,
        name,
        code,
        place: operatorName,
      })),
      more: sites.next && list("/sites"),
    },
    {
      kind: "households",
      hits: households.items.map(({ headName, code, organizationName }) => ({
        to: `/households?${new URLSearchParams({ q: code })}`,
        name: headName,
        code,
        place: organizationName,
      })),
      more: households.next && list("/households"),
    },
  ];
  return found.filter(({ hits }) => hits.length > 0);
}
