import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sessionCookie } from "#app/auth/cookie.server.ts";
import { signIn } from "#app/auth/sign-in.server.ts";
import { localAddress } from "#app/http/local-address.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const redirectTo = localAddress(new URL(request.url).searchParams.get("redirectTo"));
  if (await context.visit()) throw redirect(redirectTo);
  return {};
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const outcome = await signIn({
    login: text("account"),
    password: text("password"),
    remembered: form.has("remember"),
    address: context.address,
    userAgent: request.headers.get("user-agent"),
    now: context.now,
  });
  if (outcome.kind === "signed-in") {
    return redirect(localAddress(text("redirectTo")), {
      headers: { "Set-Cookie": sessionCookie(outcome.token, outcome.expiresAt) },
    });
  }
  const account = text("account").slice(0, 100);
  if (outcome.kind === "locked") {
    const seconds = outcome.retryAfterSeconds;
    const init = { status: 429, headers: { "Retry-After": String(seconds) } };
    return data({ account, problem: "locked", minutes: Math.ceil(seconds / 60) } satisfies Answer, init);
  }
  return data({ account, problem: "wrong", minutes: 0 } satisfies Answer, { status: 400 });
}

/** Retry-After; a page answers with an action's headers only where it says so. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

type Answer = { account: string; problem: "wrong" | "locked"; minutes: number };

export default function SignIn() {
  const { t } = useTranslation("auth");
  const answer = useActionData<Answer>();
  const [parameters] = useSearchParams();
  return (
    <main>
      <h1>{t("signIn.title")}</h1>
      <Form method="post">
        <input type="hidden" name="redirectTo" value={parameters.get("redirectTo") ?? ""} />
        {answer && <p role="alert">{t(`signIn.${answer.problem}`, { minutes: answer.minutes })}</p>}
        <label>
          {t("signIn.account")}
          <input name="account" required autoComplete="username" defaultValue={answer?.account} />
        </label>
        <label>
          {t("signIn.password")}
          <input name="password" type="password" required autoComplete="current-password" />
        </label>
        <label>
          <input type="checkbox" name="remember" /> {t("signIn.remember")}
        </label>
        <button type="submit">{t("signIn.submit")}</button>
      </Form>
    </main>
  );
}
