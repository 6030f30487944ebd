import { useForm } from "@conform-to/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { DateField } from "#app/forms/DateField.tsx";
import { SelectField } from "#app/forms/SelectField.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { EntryForm, type Hidden } from "./EntryForm.tsx";
import { contactRoles } from "./kinds.ts";

type ContactValues = { role: string; name: string; phone: string; fromOn: string; toOn: string };
type ContactFormProps = {
  values: Partial<ContactValues>;
  hidden: Hidden;
  today: string;
  answer: Unwritten | undefined;
};

/** Name and number first: they are what changes. */
export function ContactForm({ values, hidden, today, answer }: ContactFormProps) {
  const { t } = useTranslation("members");
  const [form, fields] = useForm<ContactValues>({ lastResult: answer?.result, defaultValue: values });
  const labels = {
    name: t("field.contact"),
    phone: t("field.phone"),
    role: t("field.role"),
    fromOn: t("field.fromOn"),
    toOn: t("field.toOn"),
  };
  const roles = contactRoles.map((value) => ({ value, label: t(`role.${value}`) }));
  return (
    <EntryForm form={form} labels={labels} options={{ role: roles }} hidden={hidden} answer={answer}>
      <TextField field={fields.name} label={labels.name} autoComplete="off" />
      <TextField field={fields.phone} label={labels.phone} type="tel" autoComplete="off" optional />
      <SelectField field={fields.role} label={labels.role} hint={t("hint.liaison")} options={roles} />
      <DateField field={fields.fromOn} label={labels.fromOn} optional />
      {hidden.version !== undefined && (
        <DateField
          field={fields.toOn}
          label={labels.toOn}
          hint={t("hint.contactToOn")}
          latest={today}
          optional
        />
      )}
    </EntryForm>
  );
}
