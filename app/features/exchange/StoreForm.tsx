import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Notice } from "#app/ui/Notice.tsx";

type StoreFormProps = {
  fingerprint: string;
  acts: number;
  warnings: number;
  errors: number;
  /** Sent without the tick that warnings ask for. */
  unticked: boolean;
  /** What else can be done, beside the button. */
  children: ReactNode;
};

/** Stores what is shown and nothing else: the form names the preview it stands under. */
export function StoreForm({ fingerprint, acts, warnings, errors, unticked, children }: StoreFormProps) {
  const { t, i18n } = useTranslation("exchange");
  const number = (count: number) => formatNumber(count, i18n.language);
  return (
    <Form method="post" className="flex flex-col items-start gap-3">
      <input type="hidden" name="fingerprint" value={fingerprint} />
      {warnings > 0 && (
        <Notice tone={unticked ? "error" : "warning"}>
          <p>{t("askWarnings", { count: warnings, number: number(warnings) })}</p>
          <label className="target flex items-center gap-2.5 font-medium">
            <input type="checkbox" name="accept" value="yes" className="size-5 shrink-0" />
            {t("acceptWarnings")}
          </label>
        </Notice>
      )}
      {errors > 0 && <p>{t("leftOut", { count: errors, number: number(errors) })}</p>}
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{t("store", { count: acts, number: number(acts) })}</SubmitButton>
        {children}
      </div>
    </Form>
  );
}
