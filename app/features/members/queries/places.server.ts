import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";

/** The county's outline as a GeoJSON feature; null where nobody gave one. */
export async function findBoundary(viewer: Viewer, db: Db = database) {
  const row = await db
    .selectFrom("alliance")
    .select("boundary")
    .where("id", "=", viewer.allianceId)
    .executeTakeFirst();
  return row?.boundary ?? null;
}

/** Where a village lies; undefined for an enterprise, whose sites may stand anywhere, or an unknown place. */
export async function findPlaceOf(viewer: Viewer, organizationId: string, db: Db = database) {
  const row = await db
    .selectFrom("organization")
    .select(["lng", "lat"])
    .where("allianceId", "=", viewer.allianceId)
    .where("id", "=", organizationId)
    .where("kind", "=", "village")
    .executeTakeFirst();
  return row && row.lng !== null && row.lat !== null ? { lng: row.lng, lat: row.lat } : undefined;
}
