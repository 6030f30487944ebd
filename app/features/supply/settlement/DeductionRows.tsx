import type { FieldMetadata } from "@conform-to/react";
import { DateField } from "#app/forms/DateField.tsx";
import { NumberField } from "#app/forms/NumberField.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";

export type DeductionFields = Record<"id" | "on" | "amountFen" | "reason", string>;

/** What is taken off beside advances, each with its reason. */
export function DeductionRows({ ids, fields }: { ids: string[]; fields: FieldMetadata<DeductionFields[]> }) {
  const { t } = useTranslation("settlement");
  const rows = fields.getFieldList().map((one) => one.getFieldset());
  return ids.map((id, index) => {
    const row = rows[index];
    if (!row) return null;
    return (
      <fieldset key={id} className="grid max-w-3xl gap-4 sm:grid-cols-3">
        <legend className="sr-only">
          {t("deductions")} {index + 1}
        </legend>
        <input type="hidden" name={row.id.name} value={id} />
        <DateField field={row.on} label={t("deduction.on")} optional />
        <NumberField field={row.amountFen} label={t("deduction.amount")} unit={t("yuan")} optional />
        <TextField field={row.reason} label={t("deduction.reason")} optional />
      </fieldset>
    );
  });
}
