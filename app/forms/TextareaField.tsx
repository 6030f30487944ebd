import { getTextareaProps } from "@conform-to/react";
import { described, Field, type FieldProps } from "./Field.tsx";

export function TextareaField({
  field,
  label,
  hint,
  optional,
  rows = 3,
}: Omit<FieldProps, "unit"> & { rows?: number }) {
  const { key, ...textarea } = getTextareaProps(field, described({ field, label, hint }));
  return (
    <Field field={field} label={label} hint={hint} optional={optional}>
      <textarea key={key} {...textarea} required={!optional} rows={rows} className="control" />
    </Field>
  );
}
