import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { ConflictNotice } from "#app/forms/ConflictNotice.tsx";
import { conflictChanges } from "#app/forms/conflict-changes.ts";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { type Option, type Options, SelectField } from "#app/forms/SelectField.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { roles } from "./viewer.ts";

type AccountValues = Record<"login" | "name" | "role" | "townCode" | "organizationId", string>;

type AccountFormProps = {
  values: Partial<AccountValues>;
  /** Of a new account its id, of a standing one the version the form was filled from. */
  hidden: { id: string } | { version: number };
  choices: { towns: Option[]; organizations: Options };
  answer: Unwritten | undefined;
};

/** Where an account belongs is asked as its role says; the style sheet shows the field, with a script or without. */
export function AccountForm({ values, hidden, choices, answer }: AccountFormProps) {
  const { t } = useTranslation(["auth", "common"]);
  const [form, fields] = useForm<AccountValues>({
    id: "account",
    lastResult: answer?.result,
    defaultValue: values,
  });
  const names = ["login", "name", "role", "townCode", "organizationId"] as const;
  const labels = Object.fromEntries(names.map((name) => [name, t(`field.${name}`)]));
  const options = {
    role: roles.map((value) => ({ value, label: t(`role.${value}`) })),
    townCode: choices.towns,
    organizationId: choices.organizations,
  };
  const conflict = answer?.conflict;
  return (
    <Form method="post" id={form.id} noValidate className="group flex max-w-xl flex-col gap-4">
      <FormErrors form={form} labels={labels} />
      {conflict && (
        <ConflictNotice
          last={conflict.last}
          changes={conflictChanges(form.value ?? {}, conflict.theirs, {
            labels,
            options,
            comma: t("common:comma"),
          })}
        />
      )}
      {"id" in hidden ? (
        <input type="hidden" name="id" value={hidden.id} />
      ) : (
        <input type="hidden" name="version" value={conflict?.version ?? hidden.version} />
      )}
      <TextField field={fields.name} label={t("field.name")} autoComplete="off" />
      <TextField
        field={fields.login}
        label={t("field.login")}
        hint={t("hint.login")}
        autoComplete="off"
        spellCheck={false}
      />
      <SelectField field={fields.role} label={t("field.role")} options={options.role} />
      <div className="hidden group-has-[option[value=town]:checked]:block">
        <SelectField field={fields.townCode} label={t("field.townCode")} options={options.townCode} />
      </div>
      <div className="hidden group-has-[option[value=village]:checked]:block group-has-[option[value=enterprise]:checked]:block">
        <SelectField
          field={fields.organizationId}
          label={t("field.organizationId")}
          hint={t("hint.organizationId")}
          options={options.organizationId}
        />
      </div>
      <div>
        <SubmitButton name="intent" value="save">
          {t("common:save")}
        </SubmitButton>
      </div>
    </Form>
  );
}
