import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { DateField } from "#app/forms/DateField.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Section } from "#app/ui/Section.tsx";

/** The other side says yes to the newest terms. */
export function ConsentForm({ number, answer }: { number: number; answer: Unwritten | undefined }) {
  const { t } = useTranslation("supply");
  const [form] = useForm({ id: "consent", lastResult: answer?.result });
  return (
    <Section title={t("agreement.confirm", { number })} note={t("agreement.confirmHint")}>
      <Form method="post" id={form.id}>
        <FormErrors form={form} labels={{}} />
        <input type="hidden" name="number" value={number} />
        <SubmitButton name="intent" value="confirm">
          {t("agreement.confirm", { number })}
        </SubmitButton>
      </Form>
    </Section>
  );
}

/** An agreement that ends before its last day. */
export function EndForm({ today, answer }: { today: string; answer: Unwritten | undefined }) {
  const { t } = useTranslation("supply");
  const [form, fields] = useForm<{ endedOn: string }>({
    id: "end",
    lastResult: answer?.result,
    defaultValue: { endedOn: today },
  });
  const labels = { endedOn: t("agreement.endedOn") };
  return (
    <details open={answer !== undefined || undefined} className="print:hidden">
      <summary className="target flex items-center font-semibold text-accent">{t("agreement.end")}</summary>
      <Form method="post" id={form.id} noValidate className="flex max-w-2xl flex-col gap-4">
        <FormErrors form={form} labels={labels} />
        <DateField field={fields.endedOn} label={labels.endedOn} />
        <div>
          <SubmitButton name="intent" value="end" variant="danger">
            {t("agreement.end")}
          </SubmitButton>
        </div>
      </Form>
    </details>
  );
}
