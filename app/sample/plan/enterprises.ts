import { type Context, findTown, homeOf } from "./context.ts";
import { known, type Organization } from "./organizations.ts";

type Enterprise = {
  code: string;
  name: string;
  town: string;
  stages: Organization["stages"];
  legalName: string;
};

/** Yongfeng and the county group are known by name; the rest is called 示例…, so that nothing said of them is said of anybody. */
const enterprises: Enterprise[] = [
  {
    code: known.yongfeng,
    name: "永丰生态农业",
    town: "涧池镇",
    stages: ["breeding", "farming", "sales"],
    legalName: "永丰生态农业有限公司（示例）",
  },
  {
    code: "E02",
    name: "示例月河苗种场",
    town: "城关镇",
    stages: ["breeding"],
    legalName: "示例月河水产苗种有限公司",
  },
  {
    code: "E03",
    name: "示例秦岭冷水鱼",
    town: "观音河镇",
    stages: ["breeding", "farming"],
    legalName: "示例秦岭冷水鱼养殖有限公司",
  },
  { code: "E04", name: "示例鲟业", town: "铁佛寺镇", stages: ["farming"], legalName: "示例鲟鱼养殖有限公司" },
  {
    code: "E05",
    name: "示例汉水水产",
    town: "蒲溪镇",
    stages: ["farming", "sales"],
    legalName: "示例汉水水产有限公司",
  },
  {
    code: "E06",
    name: "示例大水面渔业",
    town: "平梁镇",
    stages: ["farming"],
    legalName: "示例大水面生态渔业有限公司",
  },
  {
    code: "E07",
    name: "示例凤凰山渔业",
    town: "漩涡镇",
    stages: ["farming"],
    legalName: "示例凤凰山生态渔业有限公司",
  },
  {
    code: "E08",
    name: "示例月河鱼制品",
    town: "城关镇",
    stages: ["processing", "sales"],
    legalName: "示例月河鱼制品有限公司",
  },
  {
    code: "E09",
    name: "示例花鲢食品",
    town: "涧池镇",
    stages: ["processing"],
    legalName: "示例花鲢食品有限公司",
  },
  { code: "E10", name: "示例冷链", town: "城关镇", stages: ["sales"], legalName: "示例冷链物流有限公司" },
  {
    code: "E11",
    name: "示例鲜活配送",
    town: "城关镇",
    stages: ["sales"],
    legalName: "示例鲜活水产配送有限公司",
  },
  { code: "E12", name: "示例渔家宴", town: "汉阳镇", stages: ["sales"], legalName: "示例渔家宴餐饮有限公司" },
  {
    code: "E13",
    name: "示例汉阳渔业合作社",
    town: "汉阳镇",
    stages: ["farming"],
    legalName: "示例汉阳渔业专业合作社",
  },
  {
    code: "E14",
    name: "示例冷泉合作社",
    town: "双河口镇",
    stages: ["farming"],
    legalName: "示例冷泉渔业专业合作社",
  },
  {
    code: "G01",
    name: "县乡村振兴集团",
    town: "城关镇",
    stages: ["sales"],
    legalName: "县乡村振兴集团有限公司（示例）",
  },
];

export const isCooperative = ({ name }: { name: string }) => name.endsWith("合作社");

export function planEnterprises(context: Context) {
  const random = context.random.fork("enterprises");
  return enterprises.map(({ code, name, town: townName, stages, legalName }) => {
    const town = findTown(context, townName);
    const [lng, lat] = context.land.settleCircle(random, homeOf(town), [300, 2_500], 100);
    const organization: Organization = {
      id: context.nextId(),
      kind: code.startsWith("G") ? "group" : "enterprise",
      code,
      villageCode: null,
      name,
      townCode: town.code,
      identityCode: null,
      stages,
      flags: [],
      address: `${context.county.name}${town.name}示例路${random.integer(1, 88)}号`,
      lng,
      lat,
      note: null,
    };
    return { organization, legalName };
  });
}
