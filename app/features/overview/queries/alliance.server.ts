import type { Updateable } from "kysely";
import { editConflict } from "#app/audit/edit-conflict.server.ts";
import { changedFields, recordAudit } from "#app/audit/write.server.ts";
import type { Viewer, Writer } from "#app/auth/viewer.ts";
import { type Db, database, inTransaction } from "#app/database.server.ts";
import { countVertices, type Outline, outlineArea } from "#app/map/outline/outline.ts";
import type { Database } from "#db/schema/index.ts";

/** The viewer's own alliance, its boundary measured. */
export async function findAlliance(viewer: Viewer, db: Db = database) {
  const { boundary, ...alliance } = await db
    .selectFrom("alliance")
    .select(["id", "name", "countyCode", "countyName", "boundary", "version"])
    .where("id", "=", viewer.allianceId)
    .executeTakeFirstOrThrow();
  return { ...alliance, ...measured(boundary) };
}

type Change = { version: number; name: string; outline: Outline | undefined };

/** Corrects the alliance; without an outline its boundary stays. The log keeps both boundaries and tells them by area and points. */
export function updateAlliance(writer: Writer, { version, name, outline }: Change) {
  return inTransaction(async (trx) => {
    const standing = await trx
      .selectFrom("alliance")
      .selectAll()
      .where("id", "=", writer.viewer.allianceId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const { id, countyCode, countyName, boundary } = standing;
    const feature = outline && {
      type: "Feature" as const,
      properties: { code: countyCode, name: countyName },
      geometry: outline,
    };
    const drawn = feature && JSON.stringify(feature) !== JSON.stringify(boundary);
    const change = changedFields<Record<string, unknown>>(
      { name: standing.name, ...measured(boundary) },
      { name, ...(drawn && measured(feature)) },
    );
    if (change.fields.length === 0 && !drawn) return;
    if (standing.version !== version)
      throw await editConflict(writer, { id, version: standing.version, theirs: change.before }, trx);
    await trx
      .updateTable("alliance")
      .set({ name, ...(drawn && { boundary: feature }), version: version + 1 } as Updateable<
        Database["alliance"]
      >)
      .where("id", "=", id)
      .execute();
    const subject = { subjectKind: "alliance" as const, subjectId: id, subjectLabel: name };
    const shape = (value: unknown) => (drawn ? { outline: (value as typeof feature | null)?.geometry } : {});
    const before = { ...change.before, ...shape(boundary) };
    const after = { ...change.after, ...shape(feature) };
    await recordAudit(writer, [{ action: "alliance.changed", ...subject, before, after }], trx);
  });
}

/** km² to 0.01, and points. */
function measured(boundary: unknown) {
  const outline = (boundary as { geometry: Outline } | null)?.geometry;
  return outline
    ? {
        boundaryKm2: Math.round(outlineArea(outline) / 1e4) / 100,
        boundaryPoints: countVertices(outline),
      }
    : { boundaryKm2: null, boundaryPoints: null };
}
