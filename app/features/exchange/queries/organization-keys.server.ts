import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { visibleOrganization } from "../../members/visible.server.ts";

/** Codes, names and places of the organizations a viewer may know of: what rows of a sheet refer to. */
export function listOrganizationKeys(viewer: Viewer, today: string, db: Db = database) {
  return db
    .selectFrom("organization")
    .leftJoin("town", "town.code", "organization.townCode")
    .where(visibleOrganization(viewer, today))
    .where("organization.endedOn", "is", null)
    .select([
      "organization.id",
      "organization.code",
      "organization.villageCode",
      "organization.name",
      "organization.kind",
      "organization.townCode",
      "town.name as townName",
      "organization.lng",
      "organization.lat",
    ])
    .limit(50_000)
    .execute();
}
