import { type DefaultValue, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { DateField } from "#app/forms/DateField.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { NumberField } from "#app/forms/NumberField.tsx";
import { type Options, SelectField } from "#app/forms/SelectField.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { doseUnits } from "./dose.ts";

const names = ["approvalNumber", "batch", "amount", "unit", "boughtOn", "supplier", "invoice"] as const;
type Fields = Record<(typeof names)[number] | "drugId" | "drugName", string>;
type PurchaseFormProps = { id: string; today: string; drugs: Options; answer: Unwritten | undefined };

export function PurchaseForm({ id, today, drugs, answer }: PurchaseFormProps) {
  const { t } = useTranslation(["treatments", "common"]);
  const [form, fields] = useForm<Fields>({
    id: "purchase",
    lastResult: answer?.result,
    defaultValue: { boughtOn: today } as DefaultValue<Fields>,
  });
  const labels = {
    ...(Object.fromEntries(names.map((name) => [name, t(`field.${name}`)])) as Fields),
    drugId: t("field.drug"),
    drugName: t("treatment.other"),
  };
  return (
    <Form method="post" id={form.id} noValidate className="flex max-w-2xl flex-col gap-4">
      <FormErrors form={form} labels={labels} />
      <input type="hidden" name="id" value={id} />
      <SelectField
        field={fields.drugId}
        label={labels.drugId}
        options={drugs}
        empty={labels.drugName}
        optional
      />
      <TextField field={fields.drugName} label={labels.drugName} optional />
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberField field={fields.amount} label={labels.amount} />
        <SelectField
          field={fields.unit}
          label={labels.unit}
          options={doseUnits.map((value) => ({ value, label: t(`unit.${value}`) }))}
        />
        <TextField field={fields.batch} label={labels.batch} />
        <TextField field={fields.approvalNumber} label={labels.approvalNumber} optional />
        <DateField field={fields.boughtOn} label={labels.boughtOn} latest={today} />
        <TextField field={fields.supplier} label={labels.supplier} />
      </div>
      <TextField field={fields.invoice} label={labels.invoice} optional />
      <div>
        <SubmitButton>{t("common:save")}</SubmitButton>
      </div>
    </Form>
  );
}
