import { type DefaultValue, useForm } from "@conform-to/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { CheckboxGroup } from "#app/forms/CheckboxGroup.tsx";
import { DateField } from "#app/forms/DateField.tsx";
import { NumberField } from "#app/forms/NumberField.tsx";
import { type Options, SelectField } from "#app/forms/SelectField.tsx";
import { TextareaField } from "#app/forms/TextareaField.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { EntryForm, type Hidden } from "./EntryForm.tsx";
import type { HouseholdValues } from "./household-values.ts";
import { householdFlags } from "./kinds.ts";

type HouseholdFormProps = {
  values: HouseholdValues;
  hidden: Hidden;
  /** The villages it may belong to; none where it is the viewer's own. */
  villages: Options | undefined;
  today: string;
  answer: Unwritten | undefined;
};

export function HouseholdForm({ values, hidden, villages, today, answer }: HouseholdFormProps) {
  const { t } = useTranslation("members");
  const [form, fields] = useForm<Required<HouseholdValues>>({
    lastResult: answer?.result,
    defaultValue: values as DefaultValue<Required<HouseholdValues>>,
  });
  const labels = {
    organizationId: t("field.organizationId"),
    headName: t("field.headName"),
    code: t("field.code"),
    phone: t("field.phone"),
    people: t("field.people"),
    flags: t("field.householdFlags"),
    joinedOn: t("field.householdJoinedOn"),
    endedOn: t("field.endedOn"),
    note: t("field.note"),
  };
  const flags = householdFlags.map((value) => ({ value, label: t(`householdFlag.${value}`) }));
  const options = { flags, ...(villages && { organizationId: villages }) };
  return (
    <EntryForm form={form} labels={labels} options={options} hidden={hidden} answer={answer}>
      {villages ? (
        <SelectField field={fields.organizationId} label={labels.organizationId} options={villages} />
      ) : (
        <input type="hidden" name="organizationId" value={values.organizationId} />
      )}
      <TextField field={fields.headName} label={labels.headName} autoComplete="off" />
      <TextField field={fields.code} label={labels.code} hint={t("hint.householdCode")} autoComplete="off" />
      <TextField field={fields.phone} label={labels.phone} type="tel" autoComplete="off" optional />
      <NumberField field={fields.people} label={labels.people} whole optional />
      <CheckboxGroup field={fields.flags} label={labels.flags} options={flags} optional />
      <DateField field={fields.joinedOn} label={labels.joinedOn} latest={today} optional />
      {hidden.version !== undefined && (
        <DateField
          field={fields.endedOn}
          label={labels.endedOn}
          hint={t("hint.householdEndedOn")}
          latest={today}
          optional
        />
      )}
      <TextareaField field={fields.note} label={labels.note} optional />
    </EntryForm>
  );
}
