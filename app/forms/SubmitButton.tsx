import { useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { type ButtonVariant, buttonStyle } from "#app/ui/buttonStyle.ts";

type SubmitButtonProps = {
  children: ReactNode;
  variant?: ButtonVariant;
  /** Where a form can do several things: which one this is. */
  name?: string;
  value?: string;
  /** The id of its form, where it stands outside. */
  form?: string;
};

/** Keeps its place and its focus while the form is on its way, and is not sent twice. */
export function SubmitButton({ children, variant = "primary", name, value, form }: SubmitButtonProps) {
  const { t } = useTranslation();
  const navigation = useNavigation();
  const busy = navigation.formMethod !== undefined && navigation.formMethod !== "GET";
  const pending = busy && (!name || navigation.formData?.get(name) === value);
  return (
    <button
      type="submit"
      name={name}
      value={value}
      form={form}
      aria-disabled={busy || undefined}
      onClick={(event) => busy && event.preventDefault()}
      className={buttonStyle(variant)}
    >
      <span className={pending ? "opacity-40" : undefined}>{children}</span>
      <span role="status" className={pending ? "absolute" : "sr-only"}>
        {pending && (
          <>
            <span className="block size-5 animate-spin rounded-full border-2 border-current border-e-transparent" />
            <span className="sr-only">{t("working")}</span>
          </>
        )}
      </span>
    </button>
  );
}
