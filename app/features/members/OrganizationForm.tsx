import { type DefaultValue, useForm } from "@conform-to/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { CheckboxGroup } from "#app/forms/CheckboxGroup.tsx";
import { DateField } from "#app/forms/DateField.tsx";
import { NumberField } from "#app/forms/NumberField.tsx";
import { type Option, SelectField } from "#app/forms/SelectField.tsx";
import { TextareaField } from "#app/forms/TextareaField.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Section } from "#app/ui/Section.tsx";
import { EntryForm, type Hidden } from "./EntryForm.tsx";
import { organizationFlags, organizationKinds, stages } from "./kinds.ts";
import { type OrganizationValues, organizationFieldNames } from "./organization-values.ts";

type OrganizationFormProps = {
  values: OrganizationValues;
  kind: (typeof organizationKinds)[number];
  hidden: Hidden;
  towns: Option[];
  /** Name, codes, town and marks are the alliance's word on an organization. */
  mayManage: boolean;
  answer: Unwritten | undefined;
};

export function OrganizationForm({ values, kind, hidden, towns, mayManage, answer }: OrganizationFormProps) {
  const { t } = useTranslation(["members", "common"]);
  const [form, fields] = useForm<Required<OrganizationValues>>({
    lastResult: answer?.result,
    defaultValue: values as DefaultValue<Required<OrganizationValues>>,
  });
  const options = {
    kind: organizationKinds
      .filter((value) => value !== "village")
      .map((value) => ({ value, label: t(`kind.${value}`) })),
    townCode: towns,
    stages: stages.map((value) => ({ value, label: t(`common:stage.${value}`) })),
    flags: organizationFlags.map((value) => ({ value, label: t(`flag.${value}`) })),
  };
  const labels = Object.fromEntries(organizationFieldNames.map((name) => [name, t(`field.${name}`)]));
  return (
    <EntryForm form={form} labels={labels} options={options} hidden={hidden} answer={answer}>
      {mayManage ? (
        <Section title={t("group.who")}>
          {kind === "village" ? (
            <input type="hidden" name="kind" value={kind} />
          ) : (
            <SelectField field={fields.kind} label={t("field.kind")} options={options.kind} />
          )}
          <TextField field={fields.name} label={t("field.name")} />
          {kind === "village" && (
            <NumberField
              field={fields.villageCode}
              label={t("field.villageCode")}
              hint={t("hint.villageCode")}
              whole
            />
          )}
          <TextField field={fields.code} label={t("field.code")} hint={t("hint.code")} />
          <TextField field={fields.identityCode} label={t("field.identityCode")} optional />
          <CheckboxGroup field={fields.stages} label={t("field.stages")} options={options.stages} optional />
          {kind === "village" && (
            <CheckboxGroup field={fields.flags} label={t("field.flags")} options={options.flags} optional />
          )}
          {hidden.id !== undefined && kind === "village" && (
            <DateField
              field={fields.joinedOn}
              label={t("field.joinedOn")}
              hint={t("hint.joinedOn")}
              optional
            />
          )}
        </Section>
      ) : (
        <p className="text-muted">{t("onlyAlliance")}</p>
      )}
      <Section title={t("group.where")}>
        {mayManage && (
          <SelectField
            field={fields.townCode}
            label={t("field.townCode")}
            options={options.townCode}
            optional={kind !== "village"}
          />
        )}
        <TextField field={fields.address} label={t("field.address")} optional />
        <div className="grid gap-4 sm:grid-cols-2">
          <NumberField field={fields.lng} label={t("field.lng")} unit="°" optional />
          <NumberField field={fields.lat} label={t("field.lat")} unit="°" optional />
        </div>
        <p className="text-sm text-muted">{t("hint.position")}</p>
      </Section>
      <Section title={t("group.more")}>
        <TextareaField field={fields.note} label={t("field.note")} optional />
      </Section>
    </EntryForm>
  );
}
