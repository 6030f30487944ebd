import { Missing } from "#app/audit/errors.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import type { Trx } from "#app/database.server.ts";
import { visibleSupply } from "../../visible.server.ts";

/** What is settled and paid under an agreement is written one after another: the agreement's row is held first. */
export async function lockAgreement(viewer: Viewer, agreementId: string, trx: Trx) {
  const agreement = await trx
    .selectFrom("agreement")
    .select(["id", "code", "supplierId", "buyerId", "state", "startsOn"])
    .where(visibleSupply(viewer, "agreement"))
    .where("id", "=", agreementId)
    .forUpdate()
    .executeTakeFirst();
  if (!agreement) throw new Missing();
  return agreement;
}

/** The statement and its agreement, held. */
export async function lockSettlement(viewer: Viewer, settlementId: string, trx: Trx) {
  const settlement = await trx
    .selectFrom("settlement")
    .selectAll()
    .where("allianceId", "=", viewer.allianceId)
    .where("id", "=", settlementId)
    .executeTakeFirst();
  if (!settlement) throw new Missing();
  return { settlement, agreement: await lockAgreement(viewer, settlement.agreementId, trx) };
}
