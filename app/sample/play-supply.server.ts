import { program } from "#app/audit/write.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { eventBody } from "#app/features/production/events/registry.ts";
import { recordEvents } from "#app/features/production/queries/record-events.server.ts";
import { insertAdvances } from "#app/features/supply/queries/advances.server.ts";
import { signAgreements } from "#app/features/supply/queries/sign-agreements.server.ts";
import { dispatchShipment } from "#app/features/supply/shipments/queries/dispatch-shipment.server.ts";
import { planShipments } from "#app/features/supply/shipments/queries/plan-shipments.server.ts";
import { receiveShipment } from "#app/features/supply/shipments/queries/receive-shipment.server.ts";
import { confirmShipment } from "#app/features/supply/shipments/queries/settle-shipments.server.ts";
import type { Trx } from "#db/connection.server.ts";
import { beginningOf } from "./plan/ids.ts";
import type { SamplePlan } from "./plan/plan-sample.ts";
import { viewerOf } from "./play-production.server.ts";
import { samplePaper } from "./sample-paper.ts";

/** The alliance registers the papers; each lorry is called, confirmed, sent and weighed by its own people. */
export async function playSupply(plan: SamplePlan, trx: Trx) {
  const { id: allianceId, sampleAsOf } = plan.alliance;
  const { agreements, advances, lorries, processings } = plan.supply;
  const end = beginningOf(sampleAsOf);
  for (const { paperId, ...agreement } of agreements) {
    const file = {
      ...{ id: paperId, name: `协议${agreement.code}（示例）.pdf`, mediaType: "application/pdf" },
      content: samplePaper(agreement.code),
    };
    const writer = program(allianceId, beginningOf(agreement.startsOn));
    await signAgreements(writer, [{ ...agreement, file }], trx);
  }
  await insertAdvances(program(allianceId, end), advances, trx);
  const as = (organizationId: string, now: Date): Writer => ({
    viewer: { ...viewerOf(plan, organizationId), allianceId },
    now,
  });
  for (const { shipment, askedOn, isConfirmed, dispatch, receipt } of lorries) {
    const { id, supplierId, buyerId } = shipment;
    await planShipments(as(buyerId, beginningOf(askedOn)), [shipment], trx);
    if (isConfirmed) await confirmShipment(as(supplierId, beginningOf(askedOn)), id, trx);
    if (dispatch) await dispatchShipment(as(supplierId, end), { ...dispatch, accept: [] }, trx);
    if (receipt) await receiveShipment(as(buyerId, end), { ...receipt, accept: [] }, trx);
  }
  for (const { operatorId, event } of processings)
    await recordEvents(as(operatorId, end), [eventBody.parse(event)], {}, trx);
}
