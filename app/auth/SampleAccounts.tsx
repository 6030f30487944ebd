import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Icon } from "#app/ui/Icon.tsx";

type SampleAccountsProps = {
  accounts: { login: string; name: string }[];
  password: string;
  redirectTo: string;
};

/** One tap signs in as one of them. */
export function SampleAccounts({ accounts, password, redirectTo }: SampleAccountsProps) {
  const { t } = useTranslation("auth");
  return (
    <section aria-labelledby="sample-accounts" className="flex flex-col gap-2">
      <h2 id="sample-accounts" className="text-lg font-semibold">
        {t("signIn.sampleTitle")}
      </h2>
      <p className="text-sm text-muted">{t("signIn.sampleHint", { password })}</p>
      <form method="post" action="/login">
        <input type="hidden" name="redirectTo" value={redirectTo} />
        <input type="hidden" name="password" value={password} />
        <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
          {accounts.map(({ login, name }) => (
            <li key={login}>
              <button
                type="submit"
                name="account"
                value={login}
                className="target flex w-full items-center gap-x-3 px-4 py-1.5 text-start hover:bg-wash"
              >
                <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
                  <span lang="zh" className="text-accent">
                    {name}
                  </span>
                  <span className="text-sm text-muted">{login}</span>
                </span>
                <Icon name="chevronRight" className="size-4 text-muted" />
              </button>
            </li>
          ))}
        </ul>
      </form>
    </section>
  );
}
