import { getSelectProps } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import { described, Field, type FieldProps } from "./Field.tsx";

export type Option = { value: string; label: string };

type SelectFieldProps = Omit<FieldProps, "unit"> & {
  options: readonly (Option | { group: string; options: readonly Option[] })[];
  /** The empty first option: "please choose" unless it says something better. */
  empty?: string;
};

export function SelectField({ field, label, hint, optional, options, empty }: SelectFieldProps) {
  const { t } = useTranslation();
  const { key, ...select } = getSelectProps(field, described({ field, label, hint }));
  const choice = ({ value, label: name }: Option) => (
    <option key={value} value={value}>
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
