import { useForm } from "@conform-to/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { DateField } from "#app/forms/DateField.tsx";
import { type Options, SelectField } from "#app/forms/SelectField.tsx";
import { TextareaField } from "#app/forms/TextareaField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { EntryForm, type Hidden } from "./EntryForm.tsx";
import { partnershipKinds } from "./kinds.ts";

type PartnershipValues = { partnerId: string; kind: string; fromOn: string; note: string };
type PartnershipFormProps = {
  hidden: Hidden;
  today: string;
  partners: Options;
  answer: Unwritten | undefined;
};

export function PartnershipForm({ hidden, today, partners, answer }: PartnershipFormProps) {
  const { t } = useTranslation("members");
  const [form, fields] = useForm<PartnershipValues>({
    lastResult: answer?.result,
    defaultValue: { fromOn: today },
  });
  const labels = {
    partnerId: t("field.partnerId"),
    kind: t("field.partnership"),
    fromOn: t("field.fromOn"),
    note: t("field.note"),
  };
  return (
    <EntryForm form={form} labels={labels} hidden={hidden} answer={answer}>
      <SelectField
        field={fields.partnerId}
        label={labels.partnerId}
        hint={t("hint.partnershipFrom")}
        options={partners}
      />
      <SelectField
        field={fields.kind}
        label={labels.kind}
        options={partnershipKinds.map((value) => ({ value, label: t(`partnership.${value}`) }))}
      />
      <DateField field={fields.fromOn} label={labels.fromOn} latest={today} />
      <TextareaField field={fields.note} label={labels.note} optional />
    </EntryForm>
  );
}
