import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Notice } from "#app/ui/Notice.tsx";

/** Somebody else was quicker and the form is gone: why nothing was written, and what was typed. */
export function StepRefused({ answer }: { answer: Unwritten }) {
  const { t, i18n } = useTranslation("safety");
  const typed = String(answer.result.initialValue?.note ?? "");
  return (
    <Notice tone="error" title={t("error.movedOn")}>
      {typed && (
        <p className="whitespace-pre-line">
          {t("step.typed")}
          <q lang={langOf(typed, i18n.language)}>{typed}</q>
        </p>
      )}
    </Notice>
  );
}
