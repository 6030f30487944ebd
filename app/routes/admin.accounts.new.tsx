import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import { AccountForm } from "#app/auth/AccountForm.tsx";
import { HandOver } from "#app/auth/HandOver.tsx";
import { newTemporaryPassword } from "#app/auth/password.server.ts";
import { accountFields } from "#app/auth/schema.ts";
import { isCoordinator } from "#app/auth/viewer.ts";
import { insertAccounts } from "#app/auth/write-accounts.server.ts";
import { siteFormChoices } from "#app/features/sites/form-choices.server.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { Notice } from "#app/ui/Notice.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(isCoordinator(viewer));
  const { towns, organizations } = await siteFormChoices(viewer, context);
  return { title: context.t("auth:accounts.add"), id: uuidv7(), choices: { towns, organizations } };
}

/** The password is undefined when the same request came before: it was shown then. */
type Made = { made: { login: string; name: string; password: string | undefined } };

export async function action({ request, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  allow(isCoordinator(writer.viewer));
  const form = await request.formData();
  const id = readId(String(form.get("id")));
  const submission = parseWithZod(form, { schema: accountFields });
  if (submission.status !== "success") return refuseForm(submission);
  const fields = submission.value;
  return answerWrite(submission, async () => {
    const password = newTemporaryPassword();
    const added = await insertAccounts(writer, [{ id, ...fields, password, mustChangePassword: true }]);
    const { login, name } = fields;
    return data<Made>({ made: { login, name, password: added.has(id) ? password : undefined } });
  });
}

export default function NewAccount() {
  const { title, id, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten | Made>();
  const { t } = useTranslation("auth");
  const made = answer && "made" in answer ? answer.made : undefined;
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: "/admin/accounts", label: t("accounts.title") }]} />}
        title={title}
      />
      {made?.password && <HandOver {...made} password={made.password} title={t("accounts.added")} />}
      {made && !made.password && <Notice tone="warning">{t("accounts.repeated")}</Notice>}
      {!made && (
        <AccountForm
          values={{}}
          hidden={{ id }}
          choices={choices}
          answer={answer && "result" in answer ? answer : undefined}
        />
      )}
    </>
  );
}
