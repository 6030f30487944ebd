import type { FieldMetadata } from "@conform-to/react";
import { CheckboxGroup } from "#app/forms/CheckboxGroup.tsx";
import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import type { ChecklistItem } from "./checklist.ts";
import { inLanguage } from "./default-checklists.ts";
import { type Fault, FaultFields } from "./FaultFields.tsx";
import { itemResults } from "./kinds.ts";

export type ItemAnswer = { heading: string; text: string; result: string } & Fault;

type ItemFieldsProps = {
  fields: { [Name in keyof ItemAnswer]: FieldMetadata<ItemAnswer[Name]> };
  number: number;
  item: ChecklistItem;
  isFirstOfHeading: boolean;
};

/** One item of the checklist; what has to be said of a hazard shows once it failed, by style alone. */
export function ItemFields({ fields, number, item, isFirstOfHeading }: ItemFieldsProps) {
  const { t, i18n } = useTranslation("safety");
  const heading = item.heading && inLanguage(item.heading, i18n.language);
  return (
    <li className="group/item flex flex-col gap-3 px-4 py-3">
      {heading && isFirstOfHeading && (
        <h2 className="text-sm font-semibold text-muted" lang={langOf(heading, i18n.language)}>
          {heading}
        </h2>
      )}
      <input type="hidden" name={fields.heading.name} value={item.heading ?? ""} />
      <input type="hidden" name={fields.text.name} value={item.text} />
      <CheckboxGroup
        field={fields.result}
        label={`${number}. ${inLanguage(item.text, i18n.language)}`}
        options={itemResults.map((value) => ({ value, label: t(`result.${value}`) }))}
        single
      />
      <div className="flex flex-col gap-4 border-s-4 border-due ps-4 group-[:not(:has([value=failed]:checked))]/item:hidden">
        <FaultFields fields={fields} />
      </div>
    </li>
  );
}
