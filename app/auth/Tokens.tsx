import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { SelectField } from "#app/forms/SelectField.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Card } from "#app/ui/Card.tsx";
import { Notice } from "#app/ui/Notice.tsx";
import { SecretNotice } from "./SecretNotice.tsx";
import { type Token, TokenTable } from "./TokenTable.tsx";

/** What making a token answers; without the token when the same request came before. */
export type MadeToken = { made: { name: string; token?: string } };

type TokensProps = { tokens: Token[]; newId: string; answer: Unwritten | MadeToken | undefined };

const days = ["30", "90", "180", "365"];

export function Tokens({ tokens, newId, answer }: TokensProps) {
  const { t } = useTranslation("auth");
  const made = answer && "made" in answer ? answer.made : undefined;
  const refused = answer && "result" in answer ? answer.result : undefined;
  const [form, fields] = useForm<{ name: string; scope: string; days: string }>({
    // A new form after each token.
    id: `token-${newId}`,
    lastResult: refused,
    defaultValue: { scope: "read", days: "90" },
  });
  const labels = {
    name: t("account.tokenName"),
    scope: t("account.scope.label"),
    days: t("account.days.label"),
  };
  return (
    <div className="flex flex-col gap-4">
      {made?.token && (
        <SecretNotice
          title={t("account.tokenMade")}
          label={made.name}
          secret={made.token}
          note={t("account.tokenMadeNote")}
        />
      )}
      {made && !made.token && <Notice tone="warning">{t("account.tokenRepeated")}</Notice>}
      {tokens.length > 0 ? (
        <TokenTable tokens={tokens} />
      ) : (
        <p className="text-muted">{t("account.noTokens")}</p>
      )}
      <Card>
        <Form method="post" id={form.id} noValidate className="flex max-w-xl flex-col gap-4">
          <FormErrors form={form} labels={labels} />
          <input type="hidden" name="id" value={newId} />
          <TextField
            field={fields.name}
            label={labels.name}
            hint={t("account.tokenNameHint")}
            maxLength={50}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              field={fields.scope}
              label={labels.scope}
              options={(["read", "write"] as const).map((value) => ({
                value,
                label: t(`account.scope.${value}`),
              }))}
            />
            <SelectField
              field={fields.days}
              label={labels.days}
              options={days.map((value) => ({
                value,
                label: t("account.days.of", { count: Number(value) }),
              }))}
            />
          </div>
          <div>
            <SubmitButton variant="secondary" name="intent" value="make-token">
              {t("account.makeToken")}
            </SubmitButton>
          </div>
        </Form>
      </Card>
    </div>
  );
}
