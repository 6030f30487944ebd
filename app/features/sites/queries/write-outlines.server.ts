import { type Edit, type Subject, updateAudited } from "#app/audit/rows.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import { cellOf } from "#app/map/cell.ts";
import { type Outline, outlineArea } from "#app/map/outline/outline.ts";
import type { positionSources } from "../kinds.ts";
import { followTotals, siteSubject } from "./write-sites.server.ts";

/** Where a site lies; what is left out stays as it is. */
export type OutlineFields = {
  /** null ends it, and the area drawn with it */
  outline: Outline | null;
  /** m² */
  registeredAreaM2: number | null;
  lng: number | null;
  lat: number | null;
  positionSource: (typeof positionSources)[number] | null;
};

const subject: Subject = {
  ...siteSubject,
  unlisted: siteSubject.unlisted.filter((column) => column !== "outline"),
  changedAs: (columns) => (columns.includes("outline") ? "redrawn" : "changed"),
};

/** The columns that follow from an outline and a position. */
function follow({ outline, lng, lat, ...fields }: Partial<OutlineFields>) {
  return {
    ...fields,
    ...(outline !== undefined && { outline, drawnAreaM2: outline && outlineArea(outline) }),
    ...(lng !== undefined &&
      lat !== undefined && { lng, lat, cell: lng === null || lat === null ? null : cellOf({ lng, lat }) }),
  };
}

/** Draws sites anew or moves them; the area in force and the sums per town follow in the same transaction. */
export function updateOutlines(writer: Writer, edits: Edit<OutlineFields>[], outer?: Trx) {
  const followed = edits.map((edit) => ({ ...edit, fields: follow(edit.fields) }));
  return inTransaction(async (trx) => {
    const changes = await updateAudited(writer, subject, followed, trx);
    await followTotals(writer, changes, trx);
    return changes;
  }, outer);
}
