import { useForm } from "@conform-to/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { CheckboxGroup } from "#app/forms/CheckboxGroup.tsx";
import { NumberField } from "#app/forms/NumberField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { EntryForm } from "./EntryForm.tsx";
import { partyClasses } from "./kinds.ts";

type PartyClassValues = { year: string; class: string };
type PartyClassFormProps = { values: Partial<PartyClassValues>; answer: Unwritten | undefined };

export function PartyClassForm({ values, answer }: PartyClassFormProps) {
  const { t } = useTranslation("members");
  const [form, fields] = useForm<PartyClassValues>({ lastResult: answer?.result, defaultValue: values });
  const labels = { year: t("field.year"), class: t("field.class") };
  return (
    <EntryForm form={form} labels={labels} hidden={{}} answer={answer}>
      <NumberField field={fields.year} label={labels.year} hint={t("hint.partyClass")} whole />
      <CheckboxGroup
        field={fields.class}
        label={labels.class}
        options={partyClasses.map((word, index) => ({ value: String(index + 1), label: t(`class.${word}`) }))}
        single
      />
    </EntryForm>
  );
}
