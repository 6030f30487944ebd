import { getCollectionProps } from "@conform-to/react";
import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { FieldError, type FieldProps, OptionalMark } from "./Field.tsx";
import type { Option } from "./SelectField.tsx";

type CheckboxGroupProps = Omit<FieldProps, "unit"> & {
  options: readonly Option[];
  /** One of them instead of any number. */
  single?: boolean;
};

/** Several boxes, or with `single` radio buttons, under one question. */
export function CheckboxGroup({ field, label, hint, optional, options, single }: CheckboxGroupProps) {
  const { i18n } = useTranslation();
  const inputs = getCollectionProps(field, {
    type: single ? "radio" : "checkbox",
    options: options.map(({ value }) => value),
    ariaAttributes: false,
  });
  const describedBy = [field.errors && field.errorId, hint && field.descriptionId].filter(Boolean).join(" ");
  return (
    <fieldset id={field.id} tabIndex={-1} aria-describedby={describedBy || undefined}>
      <legend className="font-medium">
        <span lang={langOf(label, i18n.language)}>{label}</span>
        {optional && <OptionalMark />}
      </legend>
      {hint && (
        <p id={field.descriptionId} className="text-sm text-muted">
          {hint}
        </p>
      )}
      <FieldError field={field} />
      <div className="flex flex-wrap gap-x-6">
        {inputs.map(({ key, required: _each, ...input }, index) => (
          <label key={key} htmlFor={input.id} className="target flex items-center gap-2.5">
            <input {...input} className="size-5 shrink-0 lg:size-4.5" />
            {options[index]?.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
