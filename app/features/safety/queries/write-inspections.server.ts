import { insertAudited, type Subject } from "#app/audit/rows.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import { refuseFuture } from "../../members/refuse-future.ts";
import { insertFile, type NewFile } from "../../sites/queries/files.server.ts";
import type { itemResults, Severity } from "../kinds.ts";
import { insertSteps } from "./write-steps.server.ts";

const inspectionSubject: Subject = {
  table: "inspection",
  kind: "inspection",
  label: (row) => String(row.inspectedOn),
  organizationId: () => null,
  unlisted: [],
};
const hazardSubject: Subject = {
  table: "hazard",
  kind: "hazard",
  label: (row) => String(row.description),
  organizationId: () => null,
  unlisted: ["inspectionId", "item"],
};

type Item = { heading: string | null; text: string; result: (typeof itemResults)[number] };
export type NewHazard = {
  id: string;
  /** of the step that says it was found */
  stepId: string;
  /** which of the items failed, counted from 1 */
  item: number;
  description: string;
  severity: Severity;
  responsible: string;
  dueOn: string;
  picture?: NewFile | null;
};
export type NewInspection = {
  id: string;
  siteId: string;
  inspectedOn: string;
  inspectors: string;
  checklistVersion: number;
  note: string | null;
  items: Item[];
  /** one for each item that failed */
  hazards: NewHazard[];
};

/** Writes inspections down with their items; each failed one becomes a hazard. The same inspection again is passed over. */
export function recordInspections(writer: Writer, inspections: NewInspection[], outer?: Trx) {
  for (const { inspectedOn } of inspections) refuseFuture(writer, "inspectedOn", inspectedOn);
  const { allianceId } = writer.viewer;
  return inTransaction(async (trx) => {
    const rows = inspections.map(({ items, hazards, ...row }) => ({
      ...row,
      checked: items.filter(({ result }) => result !== "not_applicable").length,
      failed: hazards.length,
    }));
    const inserted = await insertAudited(writer, inspectionSubject, rows, trx);
    const fresh = inspections.filter(({ id }) => inserted.has(id));
    const items = fresh.flatMap(({ id, items }) =>
      items.map((item, index) => ({ allianceId, inspectionId: id, number: index + 1, ...item })),
    );
    for (let start = 0; start < items.length; start += 5000) {
      await trx
        .insertInto("inspectionItem")
        .values(items.slice(start, start + 5000))
        .execute();
    }
    const found = fresh.flatMap(({ id, siteId, inspectedOn, hazards }) =>
      hazards.map((hazard) => ({ ...hazard, siteId, inspectionId: id, foundOn: inspectedOn })),
    );
    for (const { picture } of found) if (picture) await insertFile(writer, picture, trx);
    const status = "open" as const;
    await insertAudited(
      writer,
      hazardSubject,
      found.map(({ stepId: _, picture: __, ...hazard }) => ({ ...hazard, status })),
      trx,
    );
    const steps = found.map(({ id, stepId, foundOn, dueOn, picture }) => ({
      id: stepId,
      hazardId: id,
      number: 1,
      kind: "found" as const,
      happenedOn: foundOn,
      dueOn,
      note: null,
      pictureId: picture?.id ?? null,
    }));
    await insertSteps(writer, steps, trx);
    return inserted;
  }, outer);
}
