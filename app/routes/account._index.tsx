import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import { listApiTokens, makeApiToken, revokeApiToken } from "#app/auth/api-token.server.ts";
import { PreferencesForm } from "#app/auth/PreferencesForm.tsx";
import { SessionList } from "#app/auth/SessionList.tsx";
import { tokenFields } from "#app/auth/schema.ts";
import { endSessions, listSessions } from "#app/auth/session.server.ts";
import { type MadeToken, Tokens } from "#app/auth/Tokens.tsx";
import type { Writer } from "#app/auth/viewer.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Notice } from "#app/ui/Notice.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { login, preferences, sessionId, organizationName, townName } = found(await context.visit());
  const [sessions, tokens] = await Promise.all([listSessions(viewer, context.now), listApiTokens(viewer)]);
  return {
    title: context.t("auth:account.title"),
    login,
    name: viewer.name,
    role: viewer.role,
    place: organizationName ?? townName,
    preferences,
    sessions: sessions.map((session) => ({ ...session, isThis: session.id === sessionId })),
    tokens: tokens.map((token) => ({ ...token, isExpired: token.expiresAt <= context.now })),
    newTokenId: uuidv7(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  const form = await request.formData();
  const account = { allianceId: writer.viewer.allianceId, accountId: writer.viewer.userId };
  switch (form.get("intent")) {
    case "end-session": {
      const { sessionId } = found(await context.visit());
      const id = String(form.get("id"));
      await endSessions(account, id === "others" ? { except: sessionId } : { only: readId(id) });
      return redirect("/account");
    }
    case "make-token":
      return makeToken(writer, form);
    case "revoke-token":
      found((await revokeApiToken(writer, readId(String(form.get("id"))))) || undefined);
      return redirect("/account");
    default:
      throw data(null, { status: 400 });
  }
}

function makeToken(writer: Writer, form: FormData) {
  const submission = parseWithZod(form, { schema: tokenFields });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    const token = await makeApiToken(writer, submission.value);
    return data<MadeToken>({ made: { name: submission.value.name, token } });
  });
}

export default function Account() {
  const { title, login, name, role, place, preferences, sessions, tokens, newTokenId } =
    useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten | MadeToken>();
  const [parameters] = useSearchParams();
  const { t } = useTranslation("auth");
  return (
    <>
      <PageHeader
        title={title}
        answer={
          <>
            <span lang="zh">{name}</span> · {login} · {t(`role.${role}`)}
            {place && (
              <>
                {" "}
                · <span lang="zh">{place}</span>
              </>
            )}
          </>
        }
      />
      {parameters.get("changed") === "password" && (
        <Notice tone="success">{t("account.passwordChanged")}</Notice>
      )}
      <Section title={t("account.preferences")}>
        <PreferencesForm preferences={preferences} />
      </Section>
      <Section title={t("account.password")} note={t("account.passwordNote")}>
        <div>
          <ButtonLink to="/account/password" icon="edit">
            {t("account.changePassword")}
          </ButtonLink>
        </div>
      </Section>
      <Section title={t("account.sessions")}>
        <SessionList sessions={sessions} />
      </Section>
      <Section title={t("account.tokens")} note={t("account.tokensNote")}>
        <Tokens tokens={tokens} newId={newTokenId} answer={answer} />
      </Section>
    </>
  );
}
