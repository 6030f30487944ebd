import { getSelectProps } from "@conform-to/react";
import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { described, Field, type FieldProps } from "./Field.tsx";

export type Option = { value: string; label: string };

export type Options = readonly (Option | { group: string; options: readonly Option[] })[];

type SelectFieldProps = Omit<FieldProps, "unit"> & {
  options: Options;
  /** The empty first option: "please choose" unless it says something better. */
  empty?: string;
};

export function SelectField({ field, label, hint, optional, options, empty }: SelectFieldProps) {
  const { t, i18n } = useTranslation();
  const { key, ...select } = getSelectProps(field, described({ field, label, hint }));
  const choice = ({ value, label: name }: Option) => (
    <option key={value} value={value} lang={langOf(name, i18n.language)}>
      {name}
    </option>
  );
  return (
    <Field field={field} label={label} hint={hint} optional={optional}>
      <select key={key} {...select} required={!optional} className="control">
        <option value="">{empty ?? (optional ? t("none") : t("choose"))}</option>
        {options.map((option) =>
          "group" in option ? (
            <optgroup key={option.group} label={option.group}>
              {option.options.map(choice)}
            </optgroup>
          ) : (
            choice(option)
          ),
        )}
      </select>
    </Field>
  );
}
