import type { FieldMetadata } from "@conform-to/react";
import { CheckboxGroup } from "#app/forms/CheckboxGroup.tsx";
import { FileField } from "#app/forms/FileField.tsx";
import { NumberField } from "#app/forms/NumberField.tsx";
import { TextareaField } from "#app/forms/TextareaField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { coordinateSystems } from "#app/map/outline/coordinates.ts";
import { outlineFileEndings } from "#app/map/outline/read-outline-file.ts";

/** Bytes: with the rest of the form below what a form may weigh. */
const largestSent = 900_000;

type OutlineTextProps = Record<"outline" | "file" | "coordinates" | "which", FieldMetadata<unknown>>;

/** An outline without the editor: as GeoJSON text, or out of a file. */
export function OutlineText({ outline, file, coordinates, which }: OutlineTextProps) {
  const { t } = useTranslation(["sites", "outline"]);
  return (
    <>
      <TextareaField
        field={outline}
        label={t("outline.field.outline")}
        hint={t("outline.textHint")}
        optional
        rows={6}
      />
      <FileField
        field={file}
        label={t("outline.field.file")}
        accept={outlineFileEndings}
        maxBytes={largestSent}
        optional
      />
      <CheckboxGroup
        field={coordinates}
        label={t("outline.field.coordinates")}
        options={coordinateSystems.map((value) => ({ value, label: t(`outline:file.${value}`) }))}
        single
        optional
      />
      <NumberField
        field={which}
        label={t("outline.field.which")}
        hint={t("outline.whichHint")}
        optional
        whole
      />
    </>
  );
}
