import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Card } from "#app/ui/Card.tsx";
import { Section } from "#app/ui/Section.tsx";
import type { AlarmState } from "./kinds.ts";

type AlarmFormProps = { alarm: { version: number; state: AlarmState }; answer: Unwritten | undefined };

/** A person takes the alarm up, and says what was done when closing it. */
export function AlarmForm({ alarm, answer }: AlarmFormProps) {
  const { t } = useTranslation("water");
  const [form, fields] = useForm<{ note: string }>({ id: "alarm", lastResult: answer?.result });
  return (
    <Section title={t("alarm.handle")} note={alarm.state === "open" ? t("alarm.acknowledgeHint") : undefined}>
      <Card>
        <Form method="post" id={form.id} noValidate className="flex max-w-2xl flex-col gap-4">
          <FormErrors form={form} labels={{ note: t("alarm.note") }} />
          <input type="hidden" name="version" value={alarm.version} />
          <TextField
            field={fields.note}
            label={t("alarm.note")}
            hint={t("alarm.noteHint")}
            maxLength={200}
            optional={alarm.state === "open"}
          />
          <div className="flex flex-wrap gap-2">
            {alarm.state === "open" && (
              <SubmitButton name="intent" value="acknowledge">
                {t("alarm.acknowledge")}
              </SubmitButton>
            )}
            <SubmitButton
              name="intent"
              value="close"
              variant={alarm.state === "open" ? "secondary" : "primary"}
            >
              {t("alarm.close")}
            </SubmitButton>
          </div>
        </Form>
      </Card>
    </Section>
  );
}
