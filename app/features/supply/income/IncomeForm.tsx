import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { DateField } from "#app/forms/DateField.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { NumberField } from "#app/forms/NumberField.tsx";
import { type Options, SelectField } from "#app/forms/SelectField.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { unitWord } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { incomeKinds } from "./kinds.ts";

type IncomeFormProps = { id: string; today: string; payers: Options; answer: Unwritten | undefined };

/** One income of a village or of a household, which is named by its code. */
export function IncomeForm({ id, today, payers, answer }: IncomeFormProps) {
  const { t, i18n } = useTranslation("income");
  type Fields = Record<
    "kind" | "onDay" | "amountFen" | "householdCode" | "fromOrganizationId" | "note",
    string
  >;
  const [form, fields] = useForm<Fields>({
    id: "income",
    lastResult: answer?.result,
    defaultValue: { onDay: today },
  });
  const labels = {
    kind: t("kindLabel"),
    onDay: t("onDay"),
    amountFen: t("amount"),
    householdCode: t("household"),
    fromOrganizationId: t("from"),
    note: t("note"),
  };
  return (
    <details open={answer !== undefined || undefined} className="print:hidden">
      <summary className="target flex items-center font-semibold text-accent">{t("add")}</summary>
      <Form method="post" id={form.id} noValidate className="flex max-w-2xl flex-col gap-4">
        <FormErrors form={form} labels={labels} />
        <input type="hidden" name="id" value={id} />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            field={fields.kind}
            label={labels.kind}
            options={incomeKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <DateField field={fields.onDay} label={labels.onDay} latest={today} />
          <NumberField
            field={fields.amountFen}
            label={labels.amountFen}
            unit={unitWord("yuan", 2, i18n.language)}
          />
          <TextField
            field={fields.householdCode}
            label={labels.householdCode}
            hint={t("householdHint")}
            optional
          />
          <SelectField
            field={fields.fromOrganizationId}
            label={labels.fromOrganizationId}
            options={payers}
            optional
          />
          <TextField field={fields.note} label={labels.note} optional />
        </div>
        <div>
          <SubmitButton name="intent" value="add">
            {t("save")}
          </SubmitButton>
        </div>
      </Form>
    </details>
  );
}
