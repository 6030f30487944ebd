import { useSearchParams } from "@remix-run/react";
import { useId } from "react";
import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";

type FilterSelectProps = {
  name: string;
  label: string;
  options: { value: string; label: string }[];
  /** The first option, which leaves the URL: "all" unless the list begins narrower. */
  empty?: string;
};

/** A choice of a FilterBar; the first option is "all" and leaves the URL. */
export function FilterSelect({ name, label, options, empty }: FilterSelectProps) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const [parameters] = useSearchParams();
  return (
    <div className="min-w-28 max-sm:flex-1">
      <label htmlFor={id} className="block text-sm text-muted">
        {label}
      </label>
      <select id={id} name={name} defaultValue={parameters.get(name) ?? ""} className="control">
        <option value="">{empty ?? t("all")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={langOf(option.label, i18n.language)}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
