import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import * as z from "zod";
import { Refused } from "#app/audit/errors.ts";
import { History } from "#app/audit/History.tsx";
import { listAudit } from "#app/audit/list.server.ts";
import { AccountActions } from "#app/auth/AccountActions.tsx";
import { AccountForm } from "#app/auth/AccountForm.tsx";
import { findAccount } from "#app/auth/accounts.server.ts";
import { HandOver } from "#app/auth/HandOver.tsx";
import { accountFields } from "#app/auth/schema.ts";
import { isCoordinator } from "#app/auth/viewer.ts";
import { endAccount, reopenAccount, resetPassword, updateAccounts } from "#app/auth/write-accounts.server.ts";
import { siteFormChoices } from "#app/features/sites/form-choices.server.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { formatTime } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { Notice } from "#app/ui/Notice.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(isCoordinator(viewer));
  const account = found(await findAccount(viewer, readId(params.accountId)));
  const [{ towns, organizations }, history] = await Promise.all([
    siteFormChoices(viewer, context),
    listAudit(viewer, { subject: account.id }, { limit: 20 }),
  ]);
  return {
    title: context.t("auth:accounts.edit"),
    account,
    isOwn: account.id === viewer.userId,
    choices: { towns, organizations },
    history: history.items,
  };
}

type Answer = Unwritten | { reset: string } | { refused: string } | { done: "ended" | "reopened" };

export async function action({ request, params, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  allow(isCoordinator(writer.viewer));
  const { id } = found(await findAccount(writer.viewer, readId(params.accountId)));
  const form = await request.formData();
  try {
    switch (form.get("intent")) {
      case "reset-password":
        return data<Answer>({ reset: await resetPassword(writer, id) });
      case "end":
        await endAccount(writer, id);
        return data<Answer>({ done: "ended" });
      case "reopen":
        await reopenAccount(writer, id);
        return data<Answer>({ done: "reopened" });
    }
  } catch (error) {
    if (error instanceof Refused) return data<Answer>({ refused: error.message }, { status: 400 });
    throw error;
  }
  const submission = parseWithZod(form, {
    schema: accountFields.and(z.object({ version: z.coerce.number().int() })),
  });
  if (submission.status !== "success") return refuseForm(submission);
  const { version, ...fields } = submission.value;
  return answerWrite(submission, async () => {
    await updateAccounts(writer, [{ id, version, fields }]);
    return redirect("/admin/accounts");
  });
}

export default function Account() {
  const { title, account, isOwn, choices, history } = useLoaderData<typeof loader>();
  const answer = useActionData<Answer>();
  const { t } = useTranslation("auth");
  const { login, name, role, townCode, organizationId, endedAt, version } = account;
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: "/admin/accounts", label: t("accounts.title") }]} />}
        title={title}
        answer={
          <>
            <span lang="zh">{name}</span> · {login} · {t(`role.${role}`)}
            {endedAt && ` · ${t("accounts.endedOn", { time: formatTime(endedAt) })}`}
          </>
        }
      />
      {answer && "reset" in answer && (
        <HandOver title={t("accounts.resetDone")} name={name} login={login} password={answer.reset} />
      )}
      {answer && "refused" in answer && <Notice tone="error">{t(answer.refused as "error.oneself")}</Notice>}
      {answer && "done" in answer && <Notice tone="success">{t(`accounts.${answer.done}`)}</Notice>}
      {!endedAt && (
        <AccountForm
          // After a save elsewhere the form starts from what stands there now.
          key={version}
          values={{ login, name, role, townCode: townCode ?? "", organizationId: organizationId ?? "" }}
          hidden={{ version }}
          choices={choices}
          answer={answer && "result" in answer ? answer : undefined}
        />
      )}
      <AccountActions isEnded={endedAt !== null} isOwn={isOwn} />
      <Section title={t("accounts.history")}>
        <History entries={history} />
      </Section>
    </>
  );
}
