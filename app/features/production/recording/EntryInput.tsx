import type { FieldMetadata } from "@conform-to/react";
import { CheckboxGroup } from "#app/forms/CheckboxGroup.tsx";
import { DateField } from "#app/forms/DateField.tsx";
import { NumberField } from "#app/forms/NumberField.tsx";
import { SelectField } from "#app/forms/SelectField.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { unitWord } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import type { EntryField } from "./entries.ts";
import type { EntryPage } from "./load-entry.server.ts";
import { unitName } from "./mass-unit.ts";

type EntryInputProps = {
  spec: EntryField;
  field: FieldMetadata<unknown>;
  page: EntryPage;
  label: string;
};

/** So many choices are shown at once, more behind a list. */
const choicesAtOnce = 3;

/** A field of an entry, by what it asks for; weights in the unit that the account chose, printed in the field. */
export function EntryInput({ spec, field, page, label }: EntryInputProps) {
  const { t, i18n } = useTranslation(["recording", "common"]);
  const { optional } = spec;
  const say = t as unknown as (key: string, options?: object) => string;
  const hint = say(`hint.${spec.name}`, { defaultValue: "" }) || undefined;
  const common = { field, label, optional };
  switch (spec.as) {
    case "mass":
      return (
        <NumberField
          {...common}
          hint={optional ? hint : undefined}
          unit={unitWord(unitName(page.unit), 2, i18n.language)}
        />
      );
    case "fish":
      return <NumberField {...common} whole unit={t("unit.fish")} />;
    case "money":
      return <NumberField {...common} unit={t("unit.yuan")} />;
    case "day":
      return <DateField {...common} hint={hint} latest={page.today} />;
    case "site":
      return <SelectField {...common} options={page.sites} />;
    case "species":
      return <SelectField {...common} options={page.species} />;
    case "text":
      return <TextField {...common} hint={hint} maxLength={200} />;
    case "choice": {
      const options = spec.options.map((value) => ({ value, label: say(`choice.${spec.name}.${value}`) }));
      return options.length > choicesAtOnce || optional ? (
        <SelectField {...common} options={options} />
      ) : (
        <CheckboxGroup {...common} options={options} single />
      );
    }
  }
}
