import type { FieldMetadata } from "@conform-to/react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Icon } from "#app/ui/Icon.tsx";
import { errorText } from "./errorText.ts";

export type FieldProps = {
  /** From Conform's `useForm`. */
  field: FieldMetadata<unknown>;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  /** Printed in the field. */
  unit?: string;
};

/** What a control says of itself to those who can't see the words around it. */
export const described = ({ field, hint, unit }: FieldProps) => ({
  ariaDescribedBy:
    [hint ? field.descriptionId : "", unit ? `${field.id}-unit` : ""].filter(Boolean).join(" ") || undefined,
});

/** Label, hint, error and unit around one control. */
export function Field({
  field,
  label,
  hint,
  optional,
  unit,
  children,
}: FieldProps & { children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={field.id} className="font-medium">
        {label}
        {optional && <OptionalMark />}
      </label>
      {hint && (
        <p id={field.descriptionId} className="text-sm text-muted">
          {hint}
        </p>
      )}
      <FieldError field={field} />
      {unit ? (
        <div className="flex items-stretch">
          {children}
          <span
            id={`${field.id}-unit`}
            className="inline-flex shrink-0 items-center rounded-e-control border border-s-0 border-edge bg-wash px-3 text-muted"
          >
            {unit}
          </span>
        </div>
      ) : (
        children
      )}
    </div>
  );
}

export function OptionalMark() {
  const { t } = useTranslation();
  return <span className="ms-1.5 text-sm font-normal text-muted">{t("optional")}</span>;
}

export function FieldError({ field }: { field: FieldMetadata<unknown> }) {
  const { t } = useTranslation("common");
  const message = field.errors?.[0];
  if (!message) return null;
  return (
    <p id={field.errorId} className="flex items-start gap-1.5 text-sm font-medium text-late">
      <Icon name="warning" className="mt-0.5 size-4" />
      {errorText(t, message)}
    </p>
  );
}
