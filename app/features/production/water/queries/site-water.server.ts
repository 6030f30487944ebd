import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { visibleWater } from "../visible.server.ts";

/** A site whose water the viewer may know of, with the newest value of each measure where there is any. */
export async function findSiteWater(viewer: Viewer, siteId: string, db: Db = database) {
  return db
    .selectFrom("site")
    .leftJoin("siteWater", (join) =>
      join.onRef("siteWater.allianceId", "=", "site.allianceId").onRef("siteWater.siteId", "=", "site.id"),
    )
    .where(visibleWater(viewer))
    .where("site.id", "=", siteId)
    .select([
      "site.id",
      "site.name",
      "site.code",
      "site.kind",
      "site.species",
      "site.operatorId",
      "site.townCode",
      "siteWater.oxygen",
      "siteWater.oxygenAt",
      "siteWater.temperature",
      "siteWater.temperatureAt",
      "siteWater.ph",
      "siteWater.phAt",
      "siteWater.tan",
      "siteWater.tanAt",
      "siteWater.nitrite",
      "siteWater.nitriteAt",
      "siteWater.power",
      "siteWater.powerAt",
      "siteWater.aerator",
      "siteWater.aeratorAt",
    ])
    .executeTakeFirst();
}

/** The sites that readings of a call name, by id or code, as far as the viewer may know of their water. */
export function findNamedSites(viewer: Viewer, names: readonly string[], db: Db = database) {
  const wanted = names.slice(0, 1000);
  return db
    .selectFrom("site")
    .where(visibleWater(viewer))
    .where((eb) =>
      eb.or([eb(eb.cast<string>("site.id", "text"), "in", wanted), eb("site.code", "in", wanted)]),
    )
    .select(["site.id", "site.code", "site.name", "site.operatorId", "site.townCode"])
    .execute();
}
