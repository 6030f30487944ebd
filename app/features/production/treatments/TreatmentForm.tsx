import { type DefaultValue, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { DateField } from "#app/forms/DateField.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { NumberField } from "#app/forms/NumberField.tsx";
import { type Options, SelectField } from "#app/forms/SelectField.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextareaField } from "#app/forms/TextareaField.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { doseUnits, routes } from "./dose.ts";
import { EventDoubts } from "./EventDoubts.tsx";

const names = [
  "symptom",
  "disease",
  "drugId",
  "drugName",
  "batch",
  "firstOn",
  "firstAt",
  "doses",
  "daysApart",
  "amount",
  "unit",
  "route",
  "prescriber",
  "prescriberKind",
  "prescriptionNumber",
  "appliedBy",
  "note",
] as const;
type Fields = Record<(typeof names)[number], string>;

type TreatmentFormProps = {
  id: string;
  values: Partial<Fields>;
  drugs: Options;
  today: string;
  answer: Unwritten | undefined;
};

/** A whole course. */
export function TreatmentForm({ id, values, drugs, today, answer }: TreatmentFormProps) {
  const { t } = useTranslation(["treatments", "common"]);
  const [form, fields] = useForm<Fields>({
    id: "treatment",
    lastResult: answer?.result,
    defaultValue: values as DefaultValue<Fields>,
  });
  const labels = {
    ...(Object.fromEntries(
      names.flatMap((name) => (name === "drugId" ? [] : [[name, t(`field.${name}`)]])),
    ) as Fields),
    drugId: t("field.drug"),
    amount: t("field.dose"),
  };
  return (
    <Form method="post" id={form.id} noValidate className="flex max-w-2xl flex-col gap-4">
      <FormErrors form={form} labels={labels} />
      <EventDoubts doubts={answer?.doubts ?? []} />
      <input type="hidden" name="id" value={id} />
      <TextField field={fields.symptom} label={labels.symptom} />
      <TextField field={fields.disease} label={labels.disease} optional />
      <SelectField
        field={fields.drugId}
        label={labels.drugId}
        options={drugs}
        empty={t("treatment.other")}
        optional
      />
      <TextField
        field={fields.drugName}
        label={t("treatment.other")}
        hint={t("treatment.otherHint")}
        optional
      />
      <TextField field={fields.batch} label={labels.batch} optional />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField field={fields.firstOn} label={labels.firstOn} latest={today} />
        <TextField field={fields.firstAt} label={labels.firstAt} hint={t("treatment.firstAtHint")} optional />
        <NumberField field={fields.doses} label={labels.doses} hint={t("treatment.dosesHint")} whole />
        <NumberField field={fields.daysApart} label={labels.daysApart} whole />
        <NumberField field={fields.amount} label={labels.amount} />
        <SelectField
          field={fields.unit}
          label={labels.unit}
          options={doseUnits.map((value) => ({ value, label: t(`unit.${value}`) }))}
        />
      </div>
      <SelectField
        field={fields.route}
        label={labels.route}
        options={routes.map((value) => ({ value, label: t(`route.${value}`) }))}
        optional
      />
      <TextField
        field={fields.prescriber}
        label={labels.prescriber}
        hint={t("treatment.prescriptionHint")}
        optional
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          field={fields.prescriberKind}
          label={labels.prescriberKind}
          options={(["veterinarian", "village_veterinarian"] as const).map((value) => ({
            value,
            label: t(`prescriberKind.${value}`),
          }))}
          optional
        />
        <TextField field={fields.prescriptionNumber} label={labels.prescriptionNumber} optional />
      </div>
      <TextField field={fields.appliedBy} label={labels.appliedBy} />
      <TextareaField field={fields.note} label={labels.note} rows={2} optional />
      <div>
        <SubmitButton>{t("common:save")}</SubmitButton>
      </div>
    </Form>
  );
}
