import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";

export function ConfirmShipment({ answer }: { answer: Unwritten | undefined }) {
  const { t } = useTranslation("shipments");
  const [form] = useForm({ id: "confirm", lastResult: answer?.result });
  return (
    <Form method="post" id={form.id}>
      <FormErrors form={form} labels={{}} />
      <SubmitButton name="intent" value="confirm">
        {t("step.confirm")}
      </SubmitButton>
    </Form>
  );
}

export function CancelShipment({ answer }: { answer: Unwritten | undefined }) {
  const { t } = useTranslation("shipments");
  const [form, fields] = useForm<{ reason: string }>({ id: "cancel", lastResult: answer?.result });
  const labels = { reason: t("cancelReason") };
  return (
    <details open={answer !== undefined || undefined} className="print:hidden">
      <summary className="target flex items-center font-semibold text-accent">{t("step.cancel")}</summary>
      <Form method="post" id={form.id} noValidate className="flex max-w-2xl flex-col gap-4">
        <FormErrors form={form} labels={labels} />
        <TextField field={fields.reason} label={labels.reason} />
        <div>
          <SubmitButton name="intent" value="cancel" variant="danger">
            {t("step.cancel")}
          </SubmitButton>
        </div>
      </Form>
    </details>
  );
}
