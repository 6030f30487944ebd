import { getInputProps } from "@conform-to/react";
import { described, FieldError, type FieldProps } from "./Field.tsx";

/** One yes or no; the label stands behind the box. */
export function CheckboxField({ field, label, hint }: Omit<FieldProps, "unit" | "optional">) {
  const { key, ...input } = getInputProps(field, { type: "checkbox", ...described({ field, label, hint }) });
  return (
    <div className="flex flex-col gap-1">
      <FieldError field={field} />
      <label htmlFor={field.id} className="target flex items-center gap-2.5">
        <input key={key} {...input} className="size-5 shrink-0 lg:size-4.5" />
        {label}
      </label>
      {hint && (
        <p id={field.descriptionId} className="ms-7.5 text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
