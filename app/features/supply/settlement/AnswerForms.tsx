import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { SelectField } from "#app/forms/SelectField.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Section } from "#app/ui/Section.tsx";
import type { SettlementLine } from "./queries/settlements.server.ts";
import { formatYuan } from "./YuanText.tsx";

type AnswerProps = { id: string; answer: Unwritten | undefined };

/** A side says yes to a statement. */
export function ConfirmStatement({ id, answer }: AnswerProps) {
  const { t } = useTranslation("settlement");
  const [form] = useForm({ id: "confirm", lastResult: answer?.result });
  return (
    <div className="print:hidden">
      <Section title={t("answer.confirm")} note={t("answer.confirmHint")}>
        <Form method="post" id={form.id}>
          <FormErrors form={form} labels={{}} />
          <input type="hidden" name="id" value={id} />
          <SubmitButton name="intent" value="confirm">
            {t("answer.confirm")}
          </SubmitButton>
        </Form>
      </Section>
    </div>
  );
}

/** Which line a side does not agree with, and why. */
export function DisputeLine({ id, lines, answer }: AnswerProps & { lines: readonly SettlementLine[] }) {
  const { t, i18n } = useTranslation("settlement");
  const [form, fields] = useForm<{ seq: string; reason: string }>({
    id: "dispute",
    lastResult: answer?.result,
  });
  const labels = { seq: t("answer.seq"), reason: t("answer.reason") };
  return (
    <details open={answer !== undefined || undefined} className="print:hidden">
      <summary className="target flex items-center font-semibold text-accent">{t("answer.dispute")}</summary>
      <Form method="post" id={form.id} noValidate className="flex max-w-2xl flex-col gap-4">
        <FormErrors form={form} labels={labels} />
        <input type="hidden" name="id" value={id} />
        <SelectField
          field={fields.seq}
          label={labels.seq}
          options={lines.map(({ seq, kind, amountFen }) => ({
            value: String(seq),
            label: `${seq} · ${t(`kind.${kind}`)} · ${formatYuan(amountFen, i18n.language)}`,
          }))}
        />
        <TextField field={fields.reason} label={labels.reason} />
        <div>
          <SubmitButton name="intent" value="dispute" variant="danger">
            {t("answer.send")}
          </SubmitButton>
        </div>
      </Form>
    </details>
  );
}
