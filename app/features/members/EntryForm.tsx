import type { FormMetadata } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { ConflictNotice } from "#app/forms/ConflictNotice.tsx";
import { conflictChanges } from "#app/forms/conflict-changes.ts";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import type { Options } from "#app/forms/SelectField.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";

/** Of a new entry its id, of a standing one the version the form was filled from; neither where it only adds to a history. */
export type Hidden = { id?: string; version?: number };

type EntryFormProps = {
  form: Pick<FormMetadata, "id" | "allErrors" | "value">;
  labels: Record<string, string>;
  options?: Record<string, Options>;
  hidden: Hidden;
  answer: Unwritten | undefined;
  children: ReactNode;
};

/** A form of the register: problems and both values of a conflict at the top, then the fields, then the button. */
export function EntryForm({ form, labels, options = {}, hidden, answer, children }: EntryFormProps) {
  const { t } = useTranslation("common");
  const version = answer?.conflict?.version ?? hidden.version;
  return (
    <Form method="post" id={form.id} noValidate className="flex max-w-3xl flex-col gap-5">
      <FormErrors form={form} labels={labels} />
      {answer?.conflict && (
        <ConflictNotice
          last={answer.conflict.last}
          changes={conflictChanges((form.value ?? {}) as Record<string, unknown>, answer.conflict.theirs, {
            labels,
            options,
            comma: t("comma"),
          })}
        />
      )}
      {hidden.id !== undefined && <input type="hidden" name="id" value={hidden.id} />}
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      {children}
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}
