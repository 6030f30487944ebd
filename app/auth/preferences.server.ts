import { database } from "#app/database.server.ts";
import type { Preferences } from "./session.server.ts";
import type { Viewer } from "./viewer.ts";

/** A matter of taste, not of record: no audit row. */
export async function setPreferences(viewer: Viewer, chosen: Partial<Preferences>) {
  if (Object.keys(chosen).length === 0) return;
  await database
    .updateTable("account")
    .set(chosen)
    .where("allianceId", "=", viewer.allianceId)
    .where("id", "=", viewer.userId)
    .execute();
}
