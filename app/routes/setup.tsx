import { timingSafeEqual } from "node:crypto";
import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hasAccounts } from "#app/auth/alliance.server.ts";
import { sessionCookie } from "#app/auth/cookie.server.ts";
import { hashToken } from "#app/auth/token.server.ts";
import { env } from "#app/env.server.ts";
import { SetUpForm } from "#app/features/overview/SetUpForm.tsx";
import { setUp } from "#app/features/overview/set-up.server.ts";
import { setUpFields } from "#app/features/overview/set-up-fields.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { found } from "#app/http/answers.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

export const handle = { plain: true };

/** The token printed at the start, as long as nobody has an account; else there is no such page. */
async function readToken(request: Request) {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const isRight = timingSafeEqual(hashToken(token), hashToken(env.SETUP_TOKEN));
  return found(isRight && !(await hasAccounts()) ? token : undefined);
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  await readToken(request);
  return { title: context.t("auth:setup.title") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const token = await readToken(request);
  const submission = parseWithZod(await request.formData(), { schema: setUpFields });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    const userAgent = request.headers.get("user-agent");
    const session = found(await setUp(submission.value, { token, userAgent, now: context.now }));
    return redirect("/", { headers: { "Set-Cookie": sessionCookie(session.token, session.expiresAt) } });
  });
}

export default function FirstSetUp() {
  const { title } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  const { t } = useTranslation("auth");
  return (
    <>
      <PageHeader title={title} answer={t("setup.intro")} />
      <SetUpForm answer={answer} />
    </>
  );
}
