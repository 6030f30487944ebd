import { getInputProps } from "@conform-to/react";
import type { ComponentProps } from "react";
import { described, Field, type FieldProps } from "./Field.tsx";

type TextFieldProps = FieldProps & {
  type?: "text" | "tel" | "email" | "url" | "password" | "search";
} & Pick<ComponentProps<"input">, "autoComplete" | "placeholder" | "maxLength" | "readOnly" | "spellCheck">;

export function TextField({ field, label, hint, optional, unit, type = "text", ...rest }: TextFieldProps) {
  const { key, ...input } = getInputProps(field, { type, ...described({ field, label, hint, unit }) });
  return (
    <Field field={field} label={label} hint={hint} optional={optional} unit={unit}>
      <input
        key={key}
        {...input}
        {...rest}
        required={!optional}
        className={`control ${unit ? "rounded-e-none" : ""}`}
      />
    </Field>
  );
}
