import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { DateField } from "#app/forms/DateField.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { NumberField } from "#app/forms/NumberField.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";

type PaymentFormProps = { id: string; openFen: number; today: string; answer: Unwritten | undefined };

/** A payment; what is still open is proposed. */
export function PaymentForm({ id, openFen, today, answer }: PaymentFormProps) {
  const { t } = useTranslation("settlement");
  const [form, fields] = useForm<Record<"paidOn" | "amountFen" | "note", string>>({
    id: "payment",
    lastResult: answer?.result,
    defaultValue: { paidOn: today, amountFen: String(openFen / 100) },
  });
  const labels = {
    paidOn: t("payment.paidOn"),
    amountFen: t("payment.amount"),
    note: t("payment.note"),
  };
  return (
    <details open={answer !== undefined || undefined} className="print:hidden">
      <summary className="target flex items-center font-semibold text-accent">{t("payment.add")}</summary>
      <Form method="post" id={form.id} noValidate className="flex max-w-2xl flex-col gap-4">
        <FormErrors form={form} labels={labels} />
        <input type="hidden" name="id" value={id} />
        <div className="grid gap-4 sm:grid-cols-3">
          <DateField field={fields.paidOn} label={labels.paidOn} latest={today} />
          <NumberField field={fields.amountFen} label={labels.amountFen} unit={t("yuan")} />
          <TextField field={fields.note} label={labels.note} optional />
        </div>
        <div>
          <SubmitButton name="intent" value="pay">
            {t("payment.save")}
          </SubmitButton>
        </div>
      </Form>
    </details>
  );
}
