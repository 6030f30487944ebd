import type { Viewer } from "#app/auth/viewer.ts";
import { chinaDay } from "#app/i18n/day.ts";
import { i18nFor } from "#app/messages.server.ts";
import { listSilentVillages } from "../queries/silent-villages.server.ts";
import { shortName } from "./load-entry.server.ts";
import { silentDays } from "./silent-days.ts";

const day = 86_400_000;

/** Who has not reported, each with a reminder for the village's chat; that is Chinese whoever reads the page. */
export async function loadSilent(viewer: Viewer, { now, today }: { now: Date; today: string }) {
  const villages = await listSilentVillages(viewer, { since: new Date(now.getTime() - silentDays * day) });
  const t = i18nFor("zh").getFixedT("zh", "recording");
  return villages.map(({ lastAt, siteNames, sites, ...village }) => {
    const days = lastAt && Math.round((Date.parse(today) - Date.parse(chinaDay(lastAt))) / day);
    const places =
      siteNames.map((name) => shortName(name, village.name)).join("、") +
      (sites > siteNames.length ? "等" : "");
    return {
      ...village,
      sites,
      lastOn: lastAt && chinaDay(lastAt),
      reminder: days
        ? t("silent.text", { village: village.name, days, sites: places })
        : t("silent.textNever", { village: village.name, sites: places }),
    };
  });
}
export type SilentVillage = Awaited<ReturnType<typeof loadSilent>>[number];
