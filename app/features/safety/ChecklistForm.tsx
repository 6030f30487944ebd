import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { ConflictNotice } from "#app/forms/ConflictNotice.tsx";
import { conflictChanges } from "#app/forms/conflict-changes.ts";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextareaField } from "#app/forms/TextareaField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";

type ChecklistFormProps = { checklist: { lines: string[]; version: number }; answer: Unwritten | undefined };

/** A checklist as text, a line each: quick to reorder, and to paste from the paper one. */
export function ChecklistForm({ checklist, answer }: ChecklistFormProps) {
  const { t } = useTranslation(["safety", "common"]);
  const [form, fields] = useForm<{ lines: string }>({
    id: "checklist",
    lastResult: answer?.result,
    defaultValue: { lines: checklist.lines.join("\n") },
  });
  const labels = { lines: t("checklist.lines") };
  const conflict = answer?.conflict;
  return (
    <Form method="post" id={form.id} noValidate className="flex max-w-2xl flex-col gap-4">
      <FormErrors form={form} labels={labels} />
      {conflict && (
        <ConflictNotice
          last={conflict.last}
          changes={conflictChanges({ lines: linesIn(form.value?.lines) }, conflict.theirs, {
            labels,
            options: {},
            comma: t("common:comma"),
          })}
        />
      )}
      <input type="hidden" name="version" value={conflict?.version ?? checklist.version} />
      <TextareaField
        field={fields.lines}
        label={labels.lines}
        hint={t("checklist.linesHint")}
        rows={Math.min(32, checklist.lines.length + 3)}
      />
      <div>
        <SubmitButton>{t("common:save")}</SubmitButton>
      </div>
    </Form>
  );
}

const linesIn = (text: unknown) => String(text ?? "").split("\n");
