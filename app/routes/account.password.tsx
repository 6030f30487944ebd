import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changePassword } from "#app/auth/change-password.server.ts";
import { sessionCookie } from "#app/auth/cookie.server.ts";
import { PasswordForm } from "#app/auth/PasswordForm.tsx";
import { passwordFields } from "#app/auth/schema.ts";
import { refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { found } from "#app/http/answers.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Link } from "#app/ui/Link.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

/** Until the password is one's own, there is nowhere else to go. */
export const handle = { plain: true };

export async function loader({ context }: LoaderFunctionArgs) {
  await context.viewer();
  const { login, mustChangePassword } = found(await context.visit());
  return {
    title: context.t(mustChangePassword ? "auth:account.mustChange" : "auth:account.changePassword"),
    login,
    mustChangePassword,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  const { login, sessionId, mustChangePassword } = found(await context.visit());
  const submission = parseWithZod(await request.formData(), { schema: passwordFields(login) });
  if (submission.status !== "success") return refuseForm(submission);
  const outcome = await changePassword(writer, {
    ...submission.value,
    address: context.address,
    sessionId,
    userAgent: request.headers.get("user-agent"),
  });
  if (outcome.kind === "wrong") return refuseForm(submission, { current: ["auth:error.passwordWrong"] });
  if (outcome.kind === "locked") {
    const minutes = Math.ceil(outcome.retryAfterSeconds / 60);
    return refuseForm(submission, { current: [`auth:signIn.locked|${JSON.stringify({ minutes })}`] });
  }
  return redirect(mustChangePassword ? "/" : "/account?changed=password", {
    headers: { "Set-Cookie": sessionCookie(outcome.token, outcome.expiresAt) },
  });
}

export default function Password() {
  const { title, login, mustChangePassword } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  const { t } = useTranslation(["auth", "common"]);
  return (
    <>
      <PageHeader
        title={title}
        answer={t(mustChangePassword ? "account.mustChangeNote" : "account.passwordNote")}
      />
      <PasswordForm login={login} answer={answer} />
      {!mustChangePassword && (
        <p>
          <Link to="/account">{t("common:back")}</Link>
        </p>
      )}
    </>
  );
}
