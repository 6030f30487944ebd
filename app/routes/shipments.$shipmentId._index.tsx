import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DispatchForm } from "#app/features/supply/shipments/DispatchForm.tsx";
import { LineTable } from "#app/features/supply/shipments/LineTable.tsx";
import { loadShipment } from "#app/features/supply/shipments/load-shipment.server.ts";
import { findShipment } from "#app/features/supply/shipments/queries/shipments.server.ts";
import { ReceiveForm } from "#app/features/supply/shipments/ReceiveForm.tsx";
import { ShipmentFacts } from "#app/features/supply/shipments/ShipmentFacts.tsx";
import { ShipmentStateBadge } from "#app/features/supply/shipments/ShipmentStateBadge.tsx";
import { CancelShipment, ConfirmShipment } from "#app/features/supply/shipments/StepForms.tsx";
import { takeShipmentStep } from "#app/features/supply/shipments/take-shipment-step.server.ts";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { Notice } from "#app/ui/Notice.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const shipment = found(await findShipment(viewer, readId(params.shipmentId)));
  return {
    title: context.t("shipments:one", { code: shipment.code }),
    ...(await loadShipment(viewer, shipment, context)),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  const shipment = found(await findShipment(writer.viewer, readId(params.shipmentId)));
  return takeShipmentStep(writer, shipment, await request.formData());
}

export default function ShipmentPage() {
  const { title, shipment, lines, possible, dispatch, receive } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["shipments", "supply"]);
  const answer = useActionData<Unwritten>();
  const refused = answer?.result.initialValue?.intent;
  const answerTo = (step: (typeof possible)[number]) => (refused === step ? answer : undefined);
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: "/shipments", label: t("title") }]} />}
        title={title}
        marks={<ShipmentStateBadge state={shipment.state} />}
        answer={
          <span lang="zh">
            {shipment.supplierName} → {shipment.buyerName}
          </span>
        }
      />
      {answer && !possible.some((step) => step === refused) && (
        <Notice tone="error" title={t("supply:error.stepTaken")} />
      )}
      {possible.includes("confirm") && <ConfirmShipment answer={answerTo("confirm")} />}
      {dispatch &&
        (dispatch.lots.length > 0 ? (
          <DispatchForm {...dispatch} answer={answerTo("dispatch")} />
        ) : (
          <Notice tone="warning">{t("noLots")}</Notice>
        ))}
      {receive &&
        (receive.sites.length > 0 ? (
          <ReceiveForm {...receive} answer={answerTo("receive")} />
        ) : (
          <Notice tone="warning">{t("noSites")}</Notice>
        ))}
      {lines.length > 0 && (
        <Section title={t("lines")}>
          <LineTable shipmentId={shipment.id} lines={lines} />
        </Section>
      )}
      <ShipmentFacts shipment={shipment} />
      {possible.includes("cancel") && <CancelShipment answer={answerTo("cancel")} />}
    </>
  );
}
