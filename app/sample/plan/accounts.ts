import { type Context, findTown } from "./context.ts";
import { findOrganization, known, type Organization } from "./organizations.ts";

type Place =
  | { role: "coordinator" | "inspector" }
  | { role: "town"; townCode: string }
  | { role: "village" | "enterprise"; organizationId: string };

/** One account for each role, and a second village and enterprise to look across the fence with. */
export function planAccounts(context: Context, organizations: readonly Organization[]) {
  const at = (code: string) => findOrganization(organizations, code).id;
  const account = (login: string, name: string, place: Place) => ({
    id: context.nextId(),
    login,
    name,
    townCode: null,
    organizationId: null,
    ...place,
  });
  return [
    account("coordinator", "联盟管理员（示例）", { role: "coordinator" }),
    account("town.jianchi", "涧池镇干部（示例）", {
      role: "town",
      townCode: findTown(context, "涧池镇").code,
    }),
    account("village.junba", "军坝村管护员（示例）", { role: "village", organizationId: at(known.junba) }),
    account("village.xinhua", "新华村管护员（示例）", { role: "village", organizationId: at(known.xinhua) }),
    account("enterprise.yongfeng", "永丰经办人（示例）", {
      role: "enterprise",
      organizationId: at(known.yongfeng),
    }),
    account("enterprise.hanshui", "汉水水产经办人（示例）", {
      role: "enterprise",
      organizationId: at("E05"),
    }),
    account("inspector", "监管员（示例）", { role: "inspector" }),
  ];
}
