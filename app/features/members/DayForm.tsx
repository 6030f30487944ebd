import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { DateField } from "#app/forms/DateField.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import type { Hidden } from "./EntryForm.tsx";

type DayName = "joinedOn" | "leftOn" | "endedOn" | "toOn";
type DayFormProps = {
  /** The day that is asked for; none where the button is all. */
  field?: DayName;
  hidden?: Hidden;
  intent?: "join" | "leave" | "end" | "reopen";
  earliest?: string;
  today: string;
  answer: Unwritten | undefined;
};

/** Something begins or ends on a day, today unless it says otherwise. */
export function DayForm({ field, hidden = {}, intent, earliest, today, answer }: DayFormProps) {
  const { t } = useTranslation(["members", "common"]);
  const [form, fields] = useForm<Partial<Record<DayName, string>>>({
    lastResult: answer?.result,
    ...(field && { defaultValue: { [field]: today } }),
  });
  const version = answer?.conflict?.version ?? hidden.version;
  return (
    <Form method="post" id={form.id} noValidate className="flex max-w-3xl flex-col gap-5">
      <FormErrors form={form} labels={field ? { [field]: t(`field.${field}`) } : {}} />
      {hidden.id !== undefined && <input type="hidden" name="id" value={hidden.id} />}
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      {intent && <input type="hidden" name="intent" value={intent} />}
      {field && (
        <DateField field={fields[field]} label={t(`field.${field}`)} earliest={earliest} latest={today} />
      )}
      <div>
        <SubmitButton variant={field === "joinedOn" || !field ? "primary" : "danger"}>
          {t("common:confirm")}
        </SubmitButton>
      </div>
    </Form>
  );
}
