import type { SiteKind } from "#app/features/sites/kinds.ts";
import { type Context, homeOf } from "./context.ts";
import { findOrganization, type Organization } from "./organizations.ts";
import type { MakeSite } from "./sites.ts";

type Facility = {
  owner: string;
  kind: SiteKind;
  name: string;
  species?: string[];
  ended?: boolean;
};

/** What the enterprises have beside water to raise fish in. */
const facilities: Facility[] = [
  {
    owner: "E01",
    kind: "hatchery",
    name: "永丰苗种场（示例）",
    species: ["largemouth_bass", "grass_carp"],
  },
  { owner: "E01", kind: "holding", name: "永丰暂养池（示例）", species: ["largemouth_bass"] },
  { owner: "E01", kind: "outlet", name: "永丰销售点（示例）" },
  {
    owner: "E02",
    kind: "hatchery",
    name: "示例月河苗种场一区",
    species: ["grass_carp", "silver_carp", "bighead_carp"],
  },
  {
    owner: "E02",
    kind: "hatchery",
    name: "示例月河苗种场二区",
    species: ["common_carp", "grass_carp"],
  },
  {
    owner: "E03",
    kind: "hatchery",
    name: "示例秦岭冷水鱼苗种场",
    species: ["rainbow_trout"],
  },
  { owner: "E05", kind: "holding", name: "示例汉水水产暂养池" },
  { owner: "E05", kind: "outlet", name: "示例汉水水产门市" },
  { owner: "E08", kind: "plant", name: "示例月河鱼制品厂" },
  { owner: "E08", kind: "cold_store", name: "示例月河鱼制品冷库" },
  { owner: "E09", kind: "plant", name: "示例花鲢食品厂", species: ["bighead_carp"] },
  { owner: "E10", kind: "cold_store", name: "示例冷链冷库" },
  { owner: "E11", kind: "holding", name: "示例鲜活配送暂养池" },
  { owner: "E11", kind: "outlet", name: "示例鲜活配送城东店" },
  { owner: "E11", kind: "outlet", name: "示例鲜活配送城西店", ended: true },
  { owner: "E12", kind: "outlet", name: "示例渔家宴汉阳店" },
  { owner: "G01", kind: "cold_store", name: "集团冷库（示例）" },
  { owner: "G01", kind: "outlet", name: "集团展销中心（示例）" },
];

export function planFacilities(context: Context, makeSite: MakeSite, enterprises: readonly Organization[]) {
  const random = context.random.fork("facilities");
  return facilities.map(({ owner: code, ended, ...facility }) => {
    const owner = findOrganization(enterprises, code);
    const since = `202${random.integer(0, 3)}-0${random.integer(1, 9)}-01`;
    return makeSite({
      ...facility,
      owner,
      position: context.land.settleCircle(random, homeOf(owner), [60, 700], 30),
      history: ended
        ? [
            [since, "in_use"],
            ["2025-06-30", "ended"],
          ]
        : [[since, "in_use"]],
      fundingSource: owner.kind === "group" ? "county_group" : "enterprise",
    });
  });
}
