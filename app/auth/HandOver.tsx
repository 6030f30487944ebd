import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { SecretNotice } from "./SecretNotice.tsx";

type HandOverProps = { title: string; name: string; login: string; password: string };

/** A temporary password on its way to whose account it is. */
export function HandOver({ title, name, login, password }: HandOverProps) {
  const { t } = useTranslation("auth");
  return (
    <SecretNotice
      title={title}
      label={`${login} · ${t("accounts.temporary")}`}
      secret={password}
      note={t("accounts.handOver", { name })}
      action={<ButtonLink to="/admin/accounts">{t("accounts.done")}</ButtonLink>}
    />
  );
}
