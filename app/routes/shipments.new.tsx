import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import * as z from "zod";
import { siteFormChoices } from "#app/features/sites/form-choices.server.ts";
import { canRegister, canWrite } from "#app/features/supply/access.ts";
import { findAgreement } from "#app/features/supply/queries/agreements.server.ts";
import { planShipments } from "#app/features/supply/shipments/queries/plan-shipments.server.ts";
import { ShipmentForm } from "#app/features/supply/shipments/ShipmentForm.tsx";
import { shipmentForm } from "#app/features/supply/shipments/schema.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

const parameters = z.object({ agreement: z.uuid().optional() });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(canRegister(viewer));
  const { agreement: agreementId } = readParameters(request, parameters);
  const { today } = context;
  const agreement = agreementId && found(await findAgreement(viewer, agreementId, today));
  if (agreement) allow(canWrite(viewer, agreement));
  const [{ organizations, species }, visit] = await Promise.all([
    siteFormChoices(viewer, context),
    context.visit(),
  ]);
  const unit = visit?.preferences.unit ?? ("kg" as const);
  return {
    title: context.t("shipments:add"),
    parties: organizations,
    agreed: agreement && {
      agreementId: agreement.id,
      supplierId: agreement.supplierId,
      buyerId: agreement.buyerId,
      species: agreement.species,
    },
    names: agreement && `${agreement.code} · ${agreement.supplierName} → ${agreement.buyerName}`,
    purpose: agreement && agreement.form === "fry" ? ("rearing" as const) : undefined,
    ...{ species, today, unit, id: uuidv7() },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  allow(canRegister(writer.viewer));
  const submission = parseWithZod(await request.formData(), { schema: shipmentForm });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    await planShipments(writer, [submission.value]);
    return redirect(`/shipments/${submission.value.id}`);
  });
}

export default function NewShipment() {
  const { title, names, agreed, ...form } = useLoaderData<typeof loader>();
  const { t } = useTranslation("shipments");
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: "/shipments", label: t("title") }]} />}
        title={title}
        answer={names ? <span lang="zh">{names}</span> : t("addAnswer")}
      />
      <ShipmentForm {...form} agreed={agreed || undefined} answer={answer} />
    </>
  );
}
