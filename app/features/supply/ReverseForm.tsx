import { Form } from "@remix-run/react";
import { useId } from "react";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";

/** Takes a line back with a reason, behind one tap. */
export function ReverseForm({ id, reversesId }: { id: string; reversesId: string }) {
  const { t } = useTranslation("supply");
  const field = useId();
  return (
    <details className="print:hidden">
      <summary className="target flex items-center text-accent">{t("advance.reverse")}</summary>
      <Form method="post" className="flex flex-col gap-2">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="reversesId" value={reversesId} />
        <label htmlFor={field}>{t("advance.reverseReason")}</label>
        <input id={field} name="note" required maxLength={100} className="control" />
        <div>
          <SubmitButton name="intent" value="reverse" variant="danger">
            {t("advance.reverse")}
          </SubmitButton>
        </div>
      </Form>
    </details>
  );
}
