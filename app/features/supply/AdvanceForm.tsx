import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { DateField } from "#app/forms/DateField.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { NumberField } from "#app/forms/NumberField.tsx";
import { SelectField } from "#app/forms/SelectField.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { unitWord } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { advanceKinds } from "./kinds.ts";

type AdvanceFormProps = { id: string; today: string; answer: Unwritten | undefined };

/** One thing given on credit. */
export function AdvanceForm({ id, today, answer }: AdvanceFormProps) {
  const { t, i18n } = useTranslation("supply");
  type Fields = Record<"kind" | "givenOn" | "count" | "massG" | "amountFen" | "note", string>;
  const [form, fields] = useForm<Fields>({
    id: "advance",
    lastResult: answer?.result,
    defaultValue: { givenOn: today },
  });
  const labels = {
    kind: t("advance.kind"),
    givenOn: t("advance.givenOn"),
    count: t("advance.count"),
    massG: t("advance.mass"),
    amountFen: t("advance.amount"),
    note: t("advance.remark"),
  };
  return (
    <details open={answer !== undefined || undefined} className="flex flex-col gap-3 print:hidden">
      <summary className="target flex items-center font-semibold text-accent">{t("advance.add")}</summary>
      <Form method="post" id={form.id} noValidate className="flex max-w-2xl flex-col gap-4">
        <FormErrors form={form} labels={labels} />
        <input type="hidden" name="id" value={id} />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            field={fields.kind}
            label={labels.kind}
            options={advanceKinds.map((value) => ({ value, label: t(`advanceKind.${value}`) }))}
          />
          <DateField field={fields.givenOn} label={labels.givenOn} latest={today} />
          <NumberField
            field={fields.amountFen}
            label={labels.amountFen}
            unit={unitWord("yuan", 2, i18n.language)}
          />
          <NumberField
            field={fields.massG}
            label={labels.massG}
            unit={unitWord("kilogram", 2, i18n.language)}
            optional
          />
          <NumberField field={fields.count} label={labels.count} whole optional />
          <TextField field={fields.note} label={labels.note} optional />
        </div>
        <div>
          <SubmitButton name="intent" value="advance">
            {t("advance.save")}
          </SubmitButton>
        </div>
      </Form>
    </details>
  );
}
