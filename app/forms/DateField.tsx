import { getInputProps } from "@conform-to/react";
import { described, Field, type FieldProps } from "./Field.tsx";

type DateFieldProps = Omit<FieldProps, "unit"> & { earliest?: string; latest?: string };

/** A day, 'YYYY-MM-DD'. */
export function DateField({ field, label, hint, optional, earliest, latest }: DateFieldProps) {
  const { key, ...input } = getInputProps(field, { type: "date", ...described({ field, label, hint }) });
  return (
    <Field field={field} label={label} hint={hint} optional={optional}>
      <input
        key={key}
        {...input}
        required={!optional}
        min={earliest}
        max={latest}
        className="control max-w-52"
      />
    </Field>
  );
}
