import type { FormMetadata } from "@conform-to/react";
import { useActionData } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Icon } from "#app/ui/Icon.tsx";
import { errorText } from "./errorText.ts";

type FormErrorsProps = {
  form: Pick<FormMetadata, "id" | "allErrors">;
  /** What the fields are called; of a list's fields as `contacts[].phone`. */
  labels: Record<string, string>;
};

/** Every problem of a refused form at its top, each a link to its field. */
export function FormErrors({ form, labels }: FormErrorsProps) {
  const { t } = useTranslation("common");
  const summary = useRef<HTMLDivElement>(null);
  const answer = useActionData();
  const problems = Object.entries(form.allErrors).flatMap(([name, messages]) =>
    messages.slice(0, 1).map((message) => ({ name, message })),
  );
  const refused = problems.length > 0;

  // Each refusal moves the focus here, also the same one twice.
  useEffect(() => {
    if (refused) summary.current?.focus();
  }, [answer, refused]);

  if (!refused) return null;
  return (
    <div
      ref={summary}
      role="alert"
      tabIndex={-1}
      className="flex flex-col gap-1 rounded-control border-2 border-late bg-surface px-4 py-3"
    >
      <h2 className="flex items-center gap-2 font-semibold">
        <Icon name="warning" className="size-5 text-late" />
        {t("form.problems", { count: problems.length })}
      </h2>
      <ul>
        {problems.map(({ name, message }) => {
          const label = labels[name] ?? labels[name.replace(/\[\d+\]/g, "[]")];
          const text = label
            ? t("form.problem", { label, text: errorText(t, message) })
            : errorText(t, message);
          return (
            <li key={name}>
              {name ? (
                <a href={`#${form.id}-${name}`} className="text-late">
                  {text}
                </a>
              ) : (
                text
              )}
            </li>
          );
        })}
      </ul>
      <p className="text-sm text-muted">{t("form.keptTyped")}</p>
    </div>
  );
}
