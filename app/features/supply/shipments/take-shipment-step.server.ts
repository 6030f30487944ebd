import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import type { Writer } from "#app/auth/viewer.ts";
import { refuseForm } from "#app/forms/answer-write.server.ts";
import { allow, badParameter } from "#app/http/answers.server.ts";
import { answerEvent, confirmedIn } from "../../production/treatments/answer-event.server.ts";
import { shipmentSteps } from "./kinds.ts";
import { mayTakeStep } from "./possible-steps.ts";
import { dispatchShipment } from "./queries/dispatch-shipment.server.ts";
import { receiveShipment } from "./queries/receive-shipment.server.ts";
import { cancelShipment, confirmShipment } from "./queries/settle-shipments.server.ts";
import type { FoundShipment } from "./queries/shipments.server.ts";
import { cancelForm, confirmForm, dispatchForm, receiveForm } from "./schema.ts";

/** What the forms of a shipment's page do, by their intent: the step. */
export function takeShipmentStep(writer: Writer, shipment: FoundShipment, form: FormData) {
  const step = shipmentSteps.find((one) => one === form.get("intent")) ?? badParameter("intent");
  allow(mayTakeStep(writer.viewer, shipment, step));
  return { confirm, dispatch, receive, cancel }[step](writer, shipment, form);
}

const back = ({ id }: FoundShipment) => redirect(`/shipments/${id}`);

async function confirm(writer: Writer, shipment: FoundShipment, form: FormData) {
  const submission = parseWithZod(form, { schema: confirmForm });
  if (submission.status !== "success") return refuseForm(submission);
  return answerEvent(submission, async () => {
    await confirmShipment(writer, shipment.id);
    return back(shipment);
  });
}

async function dispatch(writer: Writer, shipment: FoundShipment, form: FormData) {
  const submission = parseWithZod(form, { schema: dispatchForm });
  if (submission.status !== "success") return refuseForm(submission);
  return answerEvent(submission, async () => {
    await dispatchShipment(writer, {
      ...{ ...submission.value, shipmentId: shipment.id, accept: confirmedIn(form) },
    });
    return back(shipment);
  });
}

async function receive(writer: Writer, shipment: FoundShipment, form: FormData) {
  const submission = await parseWithZod(form, { schema: receiveForm, async: true });
  if (submission.status !== "success") return refuseForm(submission);
  const { picture, pictureId, ...said } = submission.value;
  return answerEvent(submission, async () => {
    await receiveShipment(writer, {
      ...{ ...said, shipmentId: shipment.id, accept: confirmedIn(form) },
      file: picture && { id: pictureId, ...picture },
    });
    return back(shipment);
  });
}

async function cancel(writer: Writer, shipment: FoundShipment, form: FormData) {
  const submission = parseWithZod(form, { schema: cancelForm });
  if (submission.status !== "success") return refuseForm(submission);
  return answerEvent(submission, async () => {
    await cancelShipment(writer, { id: shipment.id, reason: submission.value.reason });
    return back(shipment);
  });
}
