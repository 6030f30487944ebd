import { getInputProps } from "@conform-to/react";
import { described, Field, type FieldProps } from "./Field.tsx";

type NumberFieldProps = FieldProps & { whole?: boolean; placeholder?: string };

/** Text with the numeric keyboard: a wheel or an arrow key never changes what was typed. */
export function NumberField({ field, label, hint, optional, unit, whole, placeholder }: NumberFieldProps) {
  const { key, ...input } = getInputProps(field, {
    type: "text",
    ...described({ field, label, hint, unit }),
  });
  return (
    <Field field={field} label={label} hint={hint} optional={optional} unit={unit}>
      <input
        key={key}
        {...input}
        required={!optional}
        inputMode={whole ? "numeric" : "decimal"}
        autoComplete="off"
        placeholder={placeholder}
        className={`control ${unit ? "rounded-e-none" : ""}`}
      />
    </Field>
  );
}
