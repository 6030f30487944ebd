import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Link } from "#app/ui/Link.tsx";
import { Section } from "#app/ui/Section.tsx";

type AccountActionsProps = { isEnded: boolean; isOwn: boolean };

/** What a coordinator can do to another's account beside correcting it. */
export function AccountActions({ isEnded, isOwn }: AccountActionsProps) {
  const { t } = useTranslation("auth");
  if (isOwn)
    return (
      <p>
        {t("accounts.oneself")} <Link to="/account/password">{t("accounts.toOwn")}</Link>
      </p>
    );
  if (isEnded)
    return (
      <Step title={t("accounts.reopen")} note={t("accounts.reopenNote")}>
        <SubmitButton variant="secondary" name="intent" value="reopen">
          {t("accounts.reopen")}
        </SubmitButton>
      </Step>
    );
  return (
    <>
      <Step title={t("accounts.reset")} note={t("accounts.resetNote")}>
        <SubmitButton variant="secondary" name="intent" value="reset-password">
          {t("accounts.reset")}
        </SubmitButton>
      </Step>
      <Step title={t("accounts.end")} note={t("accounts.endNote")}>
        <SubmitButton variant="danger" name="intent" value="end">
          {t("accounts.end")}
        </SubmitButton>
      </Step>
    </>
  );
}

function Step({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <Section title={title} note={note}>
      <Form method="post">{children}</Form>
    </Section>
  );
}
