import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { DateField } from "#app/forms/DateField.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Section } from "#app/ui/Section.tsx";

type PermitEndProps = {
  permit: { version: number; endedOn: string | null };
  today: string;
  answer: Unwritten | undefined;
};

/** Ends a permit with a day; an ended one can be reopened. */
export function PermitEnd({ permit, today, answer }: PermitEndProps) {
  const { t } = useTranslation("sites");
  const [form, fields] = useForm<{ endedOn: string }>({
    id: "permit-end",
    lastResult: answer?.result,
    defaultValue: { endedOn: today },
  });
  const intent = permit.endedOn ? "reopen" : "end";
  const words = t(`permit.${intent}`);
  return (
    <Section
      title={words}
      note={permit.endedOn ? t("permit.endedNote", { day: permit.endedOn }) : t("permit.endHint")}
    >
      <Form method="post" id={form.id} noValidate className="flex max-w-2xl flex-col items-start gap-4">
        <FormErrors form={form} labels={{ endedOn: t("permit.endedOn"), number: t("permit.number") }} />
        <input type="hidden" name="version" value={answer?.conflict?.version ?? permit.version} />
        {!permit.endedOn && <DateField field={fields.endedOn} label={t("permit.endedOn")} latest={today} />}
        <SubmitButton variant="secondary" name="intent" value={intent}>
          {words}
        </SubmitButton>
      </Form>
    </Section>
  );
}
