import { getInputProps } from "@conform-to/react";
import { described, Field, type FieldProps } from "./Field.tsx";

/** A day and a time on China's clock, 'YYYY-MM-DDTHH:MM'. */
export function DateTimeField({ field, label, hint, optional }: Omit<FieldProps, "unit">) {
  const { key, ...input } = getInputProps(field, {
    type: "datetime-local",
    ...described({ field, label, hint }),
  });
  return (
    <Field field={field} label={label} hint={hint} optional={optional}>
      <input key={key} {...input} required={!optional} className="control max-w-72" />
    </Field>
  );
}
