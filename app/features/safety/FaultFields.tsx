import type { FieldMetadata } from "@conform-to/react";
import { CheckboxGroup } from "#app/forms/CheckboxGroup.tsx";
import { DateField } from "#app/forms/DateField.tsx";
import { FileField } from "#app/forms/FileField.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { largestPicture } from "../sites/picture.ts";
import { severities } from "./kinds.ts";
import { pictureTypes } from "./picture-types.ts";

export type Fault = {
  description: string;
  severity: string;
  responsible: string;
  dueOn: string;
  picture: File;
};
type FaultFieldsProps = { fields: { [Name in keyof Fault]: FieldMetadata<Fault[Name]> } };

/** What is said of a hazard where it is found. */
export function FaultFields({ fields }: FaultFieldsProps) {
  const { t } = useTranslation("safety");
  return (
    <>
      <TextField
        field={fields.description}
        label={t("hazard.description")}
        hint={t("hazard.descriptionHint")}
        maxLength={300}
      />
      <FileField
        field={fields.picture}
        label={t("hazard.picture")}
        accept={pictureTypes}
        maxBytes={largestPicture}
        optional
      />
      <CheckboxGroup
        field={fields.severity}
        label={t("hazard.severity")}
        options={severities.map((value) => ({ value, label: t(`severity.${value}`) }))}
        single
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField field={fields.dueOn} label={t("hazard.dueOn")} />
        <TextField field={fields.responsible} label={t("hazard.responsible")} maxLength={100} />
      </div>
    </>
  );
}
