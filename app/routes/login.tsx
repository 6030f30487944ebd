import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readSessionToken, sessionCookie } from "#app/auth/cookie.server.ts";
import { SampleAccounts } from "#app/auth/SampleAccounts.tsx";
import { type RefusedSignIn, SignInForm } from "#app/auth/SignInForm.tsx";
import { endSession } from "#app/auth/session.server.ts";
import { listSampleAccounts, signIn } from "#app/auth/sign-in.server.ts";
import { localAddress } from "#app/http/local-address.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { samplePassword } from "#app/sample/password.ts";

export const meta = titleFromLoader;

/** Just a form: nothing of it waits for a script. */
export const handle = { scripts: false };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const redirectTo = localAddress(new URL(request.url).searchParams.get("redirectTo"));
  if (await context.visit()) throw redirect(redirectTo);
  const accounts = await listSampleAccounts();
  const sample = accounts.length > 0 ? { accounts, password: samplePassword } : undefined;
  return { title: context.t("auth:signIn.title"), redirectTo, sample };
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
    const left = readSessionToken(request.headers.get("cookie"));
    if (left) await endSession(left);
    return redirect(localAddress(text("redirectTo")), {
      headers: { "Set-Cookie": sessionCookie(outcome.token, outcome.expiresAt) },
    });
  }
  const typed = { account: text("account").slice(0, 100), remember: form.has("remember") };
  if (outcome.kind === "wrong") return data<RefusedSignIn>({ ...typed, problem: "wrong" }, { status: 400 });
  const seconds = outcome.retryAfterSeconds;
  return data<RefusedSignIn>(
    { ...typed, problem: "locked", minutes: Math.ceil(seconds / 60) },
    { status: 429, headers: { "Retry-After": String(seconds) } },
  );
}

/** Retry-After; a page answers with an action's headers only where it says so. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export default function SignIn() {
  const { redirectTo, sample } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedSignIn>();
  return (
    <>
      <SignInForm redirectTo={redirectTo} refused={refused} />
      {sample && <SampleAccounts {...sample} redirectTo={redirectTo} />}
    </>
  );
}
