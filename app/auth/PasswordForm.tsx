import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";

type PasswordFormProps = { login: string; answer: Unwritten | undefined };

/** Sent to the page of its own, from wherever it stands. The hidden login is for password managers. */
export function PasswordForm({ login, answer }: PasswordFormProps) {
  const { t } = useTranslation("auth");
  const [form, fields] = useForm<{ current: string; password: string }>({
    id: "password",
    lastResult: answer?.result,
  });
  const labels = { current: t("field.current"), password: t("field.newPassword") };
  return (
    <Form
      method="post"
      action="/account/password"
      id={form.id}
      noValidate
      className="flex max-w-md flex-col gap-4"
    >
      <FormErrors form={form} labels={labels} />
      <input type="hidden" name="username" autoComplete="username" value={login} />
      <TextField
        field={fields.current}
        label={labels.current}
        type="password"
        autoComplete="current-password"
      />
      <TextField
        field={fields.password}
        label={labels.password}
        hint={t("hint.password")}
        type="password"
        autoComplete="new-password"
      />
      <div>
        <SubmitButton>{t("account.changePassword")}</SubmitButton>
      </div>
    </Form>
  );
}
