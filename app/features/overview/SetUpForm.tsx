import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { CheckboxField } from "#app/forms/CheckboxField.tsx";
import { CheckboxGroup } from "#app/forms/CheckboxGroup.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextareaField } from "#app/forms/TextareaField.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Section } from "#app/ui/Section.tsx";

type Field =
  | "county"
  | "villages"
  | "countyCode"
  | "countyName"
  | "towns"
  | "allianceName"
  | "name"
  | "login"
  | "password";

/** The style sheet shows what belongs to the chosen county, with a script or without. */
export function SetUpForm({ answer }: { answer: Unwritten | undefined }) {
  const { t } = useTranslation("auth");
  const [form, fields] = useForm<Record<Field, string>>({
    id: "set-up",
    lastResult: answer?.result,
    defaultValue: { county: "hanyin", villages: "on" },
  });
  const labels = {
    county: t("setup.countyChoice"),
    countyCode: t("setup.countyCode"),
    countyName: t("setup.countyName"),
    towns: t("setup.towns"),
    allianceName: t("setup.allianceName"),
    name: t("field.name"),
    login: t("field.login"),
    password: t("field.password"),
  };
  return (
    <Form
      method="post"
      // The page comes back whole, in the frame of whoever is signed in now.
      reloadDocument
      id={form.id}
      noValidate
      className="group flex flex-col gap-8"
    >
      <FormErrors form={form} labels={labels} />
      <Section title={t("setup.county")}>
        <CheckboxGroup
          field={fields.county}
          label={labels.county}
          single
          options={[
            { value: "hanyin", label: t("setup.hanyin") },
            { value: "other", label: t("setup.other") },
          ]}
        />
        <div className="flex flex-col gap-1 group-has-[[value=other]:checked]:hidden">
          <p className="text-sm text-muted">{t("setup.hanyinHint")}</p>
          <CheckboxField field={fields.villages} label={t("setup.villages")} />
        </div>
        <div className="hidden flex-col gap-4 group-has-[[value=other]:checked]:flex">
          <TextField field={fields.countyCode} label={labels.countyCode} hint={t("setup.countyCodeHint")} />
          <TextField field={fields.countyName} label={labels.countyName} />
          <TextareaField field={fields.towns} label={labels.towns} hint={t("setup.townsHint")} rows={8} />
        </div>
      </Section>
      <Section title={t("setup.alliance")}>
        <TextField field={fields.allianceName} label={labels.allianceName} />
      </Section>
      <Section title={t("setup.first")}>
        <TextField field={fields.name} label={labels.name} autoComplete="name" />
        <TextField
          field={fields.login}
          label={labels.login}
          hint={t("hint.login")}
          autoComplete="username"
          spellCheck={false}
        />
        <TextField
          field={fields.password}
          label={labels.password}
          hint={t("hint.password")}
          type="password"
          autoComplete="new-password"
        />
      </Section>
      <div>
        <SubmitButton>{t("setup.submit")}</SubmitButton>
      </div>
    </Form>
  );
}
