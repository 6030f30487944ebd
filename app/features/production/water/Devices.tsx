import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { SecretNotice } from "#app/auth/SecretNotice.tsx";
import type { MadeToken } from "#app/auth/Tokens.tsx";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { NumberField } from "#app/forms/NumberField.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Card } from "#app/ui/Card.tsx";
import { Notice } from "#app/ui/Notice.tsx";
import { DeviceTable } from "./DeviceTable.tsx";
import type { listDevices } from "./queries/devices.server.ts";

type DevicesProps = {
  devices: Awaited<ReturnType<typeof listDevices>>;
  newId: string;
  answer: Unwritten | MadeToken | undefined;
};

/** The sensors of a site; a new one's token is shown this once. */
export function Devices({ devices, newId, answer }: DevicesProps) {
  const { t } = useTranslation("water");
  const made = answer && "made" in answer ? answer.made : undefined;
  const [form, fields] = useForm<{ name: string; intervalMinutes: string }>({
    // A new form after each device.
    id: `device-${newId}`,
    lastResult: answer && "result" in answer ? answer.result : undefined,
    defaultValue: { intervalMinutes: "10" },
  });
  const labels = { name: t("device.name"), intervalMinutes: t("device.interval") };
  return (
    <div className="flex flex-col gap-4">
      {made?.token && (
        <SecretNotice
          title={t("device.made")}
          label={made.name}
          secret={made.token}
          note={t("device.madeNote")}
        />
      )}
      {made && !made.token && <Notice tone="warning">{t("device.repeated")}</Notice>}
      {devices.length > 0 ? (
        <DeviceTable devices={devices} />
      ) : (
        <p className="text-muted">{t("device.none")}</p>
      )}
      <Card>
        <Form method="post" id={form.id} noValidate className="flex max-w-xl flex-col gap-4">
          <FormErrors form={form} labels={labels} />
          <input type="hidden" name="id" value={newId} />
          <TextField field={fields.name} label={labels.name} hint={t("device.nameHint")} maxLength={50} />
          <NumberField field={fields.intervalMinutes} label={labels.intervalMinutes} whole />
          <div>
            <SubmitButton variant="secondary" name="intent" value="make">
              {t("device.make")}
            </SubmitButton>
          </div>
        </Form>
      </Card>
    </div>
  );
}
