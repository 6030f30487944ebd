import type { Viewer } from "#app/auth/viewer.ts";
import type { SheetDefinition } from "./column.ts";
import type { ImportKind, rowStatuses } from "./kinds.ts";
import { matchColumns } from "./match-columns.ts";

type Stored = {
  id: string;
  accountId: string;
  kind: ImportKind;
  headings: unknown;
  otherSheets: unknown;
  counts: unknown;
  skipped: number;
  acts: number;
  fingerprint: string;
  status: "ready" | "queued" | "stored" | "failed";
  progress: number;
  moved: boolean;
  failure: string | null;
};

/** An import as its page shows it. */
export function showImport(
  {
    id,
    accountId,
    kind,
    headings,
    otherSheets,
    counts,
    skipped,
    acts,
    fingerprint,
    status,
    progress,
    moved,
    failure,
  }: Stored,
  definition: SheetDefinition,
  viewer: Viewer,
) {
  const { unknown, otherUnit } = matchColumns(definition, headings as string[]);
  const byStatus = counts as Record<(typeof rowStatuses)[number], number>;
  return {
    isOwn: accountId === viewer.userId,
    ...{ id, kind, skipped, acts, fingerprint, status, progress, moved, failure },
    counts: byStatus,
    total: Object.values(byStatus).reduce((sum, count) => sum + count, 0),
    unknownColumns: unknown,
    otherUnits: otherUnit.map(({ heading }) => heading),
    otherSheets: otherSheets as string[],
  };
}
export type ShownImport = ReturnType<typeof showImport>;
