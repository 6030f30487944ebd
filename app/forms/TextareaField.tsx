import { getTextareaProps } from "@conform-to/react";
import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { described, Field, type FieldProps } from "./Field.tsx";

export function TextareaField({
  field,
  label,
  hint,
  optional,
  rows = 3,
}: Omit<FieldProps, "unit"> & { rows?: number }) {
  const { i18n } = useTranslation();
  const { key, ...textarea } = getTextareaProps(field, described({ field, label, hint }));
  return (
    <Field field={field} label={label} hint={hint} optional={optional}>
      <textarea
        key={key}
        {...textarea}
        lang={langOf(String(textarea.defaultValue ?? ""), i18n.language)}
        required={!optional}
        rows={rows}
        className="control"
      />
    </Field>
  );
}
