import type { FieldMetadata } from "@conform-to/react";
import { CheckboxGroup } from "#app/forms/CheckboxGroup.tsx";
import { NumberField } from "#app/forms/NumberField.tsx";
import { type Option, SelectField } from "#app/forms/SelectField.tsx";
import { TextareaField } from "#app/forms/TextareaField.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { unitWord } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { dividendBases, givenThings, priceKinds, suppliedForms } from "./kinds.ts";
import { monthFields } from "./month-fields.ts";
import type { TermsValues } from "./terms.ts";

type TermsFieldsProps = {
  fields: { [Name in keyof TermsValues]: FieldMetadata<unknown> };
  labels: Record<string, string>;
  species: readonly Option[];
};

/** What is agreed: the product, its price, what is taken off, what is paid when, and how much each month. */
export function TermsFields({ fields, labels, species }: TermsFieldsProps) {
  const { t, i18n } = useTranslation("supply");
  const label = (name: keyof TermsValues) => labels[name] ?? name;
  const perKg = t("agreement.perKg");
  const percent = unitWord("percent", 1, i18n.language);
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField field={fields.species} label={label("species")} options={species} />
        <SelectField
          field={fields.form}
          label={label("form")}
          options={suppliedForms.map((value) => ({ value, label: t(`form.${value}`) }))}
        />
        <TextField
          field={fields.sizeClass}
          label={label("sizeClass")}
          hint={t("agreement.sizeHint")}
          optional
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          field={fields.priceKind}
          label={label("priceKind")}
          options={priceKinds.map((value) => ({ value, label: t(`price.${value}`) }))}
        />
        <NumberField
          field={fields.priceFen}
          label={label("priceFen")}
          hint={t("agreement.priceHint")}
          unit={perKg}
        />
        <NumberField field={fields.rewardFen} label={label("rewardFen")} unit={perKg} optional />
        <TextField field={fields.rewardFor} label={label("rewardFor")} optional />
        <NumberField field={fields.waterPermille} label={label("waterPermille")} unit={percent} optional />
        <NumberField
          field={fields.deadPermille}
          label={label("deadPermille")}
          hint={t("agreement.deadHint")}
          unit={percent}
          optional
        />
        <NumberField
          field={fields.paymentDays}
          label={label("paymentDays")}
          unit={unitWord("day", 2, i18n.language)}
          whole
        />
        <NumberField
          field={fields.dividendPermille}
          label={label("dividendPermille")}
          unit={percent}
          optional
        />
        <SelectField
          field={fields.dividendBasis}
          label={label("dividendBasis")}
          options={dividendBases.map((value) => ({ value, label: t(`basis.${value}`) }))}
          optional
        />
      </div>
      <TextareaField field={fields.quality} label={label("quality")} rows={2} optional />
      <CheckboxGroup
        field={fields.gives}
        label={label("gives")}
        options={givenThings.map((value) => ({ value, label: t(`gives.${value}`) }))}
        optional
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="font-medium">{t("agreement.months")}</legend>
        <p className="text-sm text-muted">{t("agreement.monthsHint")}</p>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {monthFields.map((name) => (
            <NumberField
              key={name}
              field={fields[name]}
              label={label(name)}
              unit={unitWord("kilogram", 2, i18n.language)}
              optional
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
