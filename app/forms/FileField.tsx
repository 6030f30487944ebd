import { getInputProps } from "@conform-to/react";
import { formatFileSize } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { described, Field, type FieldProps } from "./Field.tsx";

type FileFieldProps = Omit<FieldProps, "unit"> & {
  /** Endings and media types, as in the attribute: ".xlsx,.csv". */
  accept: string;
  /** Said beside the field; the server enforces it. */
  maxBytes: number;
  /** A phone opens its camera or recorder at once. */
  capture?: boolean;
};

export function FileField({ field, label, hint, optional, accept, maxBytes, capture }: FileFieldProps) {
  const { t, i18n } = useTranslation();
  const limit = t("form.fileLimit", { size: formatFileSize(maxBytes, i18n.language) });
  const words = (
    <>
      {hint} {limit}
    </>
  );
  const { key, ...input } = getInputProps(field, {
    type: "file",
    ...described({ field, label, hint: words }),
  });
  return (
    <Field field={field} label={label} hint={words} optional={optional}>
      <input
        key={key}
        {...input}
        required={!optional}
        accept={accept}
        capture={capture}
        className="control py-1.5 file:me-3 file:cursor-pointer file:rounded-control file:border-0 file:bg-wash file:px-3 file:py-1 file:font-medium file:text-ink"
      />
    </Field>
  );
}
