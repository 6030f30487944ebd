import { recordAudit } from "#app/audit/write.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import type { Trx } from "#app/database.server.ts";
import type { Parties } from "../../access.ts";

/** One entry in the history of each party; without sums, which an inspector may not know. */
export function auditSettlement(
  writer: Writer,
  { id, code, supplierId, buyerId }: Parties & { id: string; code: string },
  action: string,
  after: Record<string, unknown>,
  trx: Trx,
) {
  return recordAudit(
    writer,
    [supplierId, buyerId].map((organizationId) => ({
      ...{ action, organizationId, after },
      ...{ subjectKind: "settlement" as const, subjectId: id, subjectLabel: code },
    })),
    trx,
  );
}
