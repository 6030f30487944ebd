import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { ConflictNotice } from "#app/forms/ConflictNotice.tsx";
import { conflictChanges } from "#app/forms/conflict-changes.ts";
import { FileField } from "#app/forms/FileField.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { SelectField } from "#app/forms/SelectField.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextareaField } from "#app/forms/TextareaField.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Section } from "#app/ui/Section.tsx";

type AllianceFormProps = {
  alliance: { name: string; version: number };
  /** What stands of the boundary, in words. */
  boundary: string;
  /** Bytes. */
  largest: number;
  answer: Unwritten | undefined;
};

export function AllianceForm({ alliance, boundary, largest, answer }: AllianceFormProps) {
  const { t } = useTranslation(["auth", "common"]);
  const [form, fields] = useForm<Record<"name" | "file" | "pasted" | "system", string>>({
    id: "alliance",
    lastResult: answer?.result,
    defaultValue: { name: alliance.name, system: "wgs84" },
  });
  const labels = {
    name: t("setup.allianceName"),
    file: t("alliance.file"),
    pasted: t("alliance.pasted"),
    system: t("alliance.system"),
    boundaryKm2: t("alliance.boundaryKm2"),
    boundaryPoints: t("alliance.boundaryPoints"),
  };
  const conflict = answer?.conflict;
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      id={form.id}
      noValidate
      className="flex max-w-xl flex-col gap-8"
    >
      <FormErrors form={form} labels={labels} />
      {conflict && (
        <ConflictNotice
          last={conflict.last}
          changes={conflictChanges(form.value ?? {}, conflict.theirs, {
            labels,
            options: {},
            comma: t("common:comma"),
          })}
        />
      )}
      <input type="hidden" name="version" value={conflict?.version ?? alliance.version} />
      <TextField field={fields.name} label={labels.name} autoComplete="off" />
      <Section title={t("alliance.boundary")}>
        <p>{boundary}</p>
        <p className="text-sm text-muted">{t("alliance.boundaryHint")}</p>
        <div className="flex flex-col gap-4">
          <FileField
            field={fields.file}
            label={labels.file}
            hint={t("alliance.fileHint")}
            accept=".geojson,.json,.kml"
            maxBytes={largest}
            optional
          />
          <TextareaField
            field={fields.pasted}
            label={labels.pasted}
            hint={t("alliance.pastedHint")}
            rows={4}
            optional
          />
          <SelectField
            field={fields.system}
            label={labels.system}
            options={[
              { value: "wgs84", label: t("alliance.wgs84") },
              { value: "gcj02", label: t("alliance.gcj02") },
            ]}
          />
        </div>
      </Section>
      <div>
        <SubmitButton>{t("common:save")}</SubmitButton>
      </div>
    </Form>
  );
}
