import { useForm } from "@conform-to/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { DateField } from "#app/forms/DateField.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { EntryForm } from "./EntryForm.tsx";

type LegalEntityValues = { name: string; creditCode: string; representative: string; fromOn: string };
type LegalEntityFormProps = {
  values: Partial<LegalEntityValues>;
  /** Of the legal entity that is replaced; 0: of none. */
  version: number;
  today: string;
  answer: Unwritten | undefined;
};

export function LegalEntityForm({ values, version, today, answer }: LegalEntityFormProps) {
  const { t } = useTranslation("members");
  const [form, fields] = useForm<LegalEntityValues>({ lastResult: answer?.result, defaultValue: values });
  const labels = {
    name: t("field.legalEntity"),
    creditCode: t("field.creditCode"),
    representative: t("field.representative"),
    fromOn: t("field.fromOn"),
  };
  return (
    <EntryForm form={form} labels={labels} hidden={{ version }} answer={answer}>
      <TextField field={fields.name} label={labels.name} />
      <TextField
        field={fields.creditCode}
        label={labels.creditCode}
        maxLength={18}
        spellCheck={false}
        autoComplete="off"
        optional
      />
      <TextField field={fields.representative} label={labels.representative} optional />
      <DateField field={fields.fromOn} label={labels.fromOn} hint={t("hint.legalFromOn")} latest={today} />
    </EntryForm>
  );
}
