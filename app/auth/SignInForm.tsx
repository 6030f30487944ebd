import { useTranslation } from "#app/i18n/useTranslation.ts";
import { buttonStyle } from "#app/ui/buttonStyle.ts";
import { Icon } from "#app/ui/Icon.tsx";

export type RefusedSignIn = { account: string; remember: boolean } & (
  | { problem: "wrong" }
  | { problem: "locked"; minutes: number }
);

/** Native controls only: a plain form, sent whole. */
export function SignInForm({ redirectTo, refused }: { redirectTo: string; refused?: RefusedSignIn }) {
  const { t } = useTranslation("auth");
  const marks = {
    "aria-invalid": refused?.problem === "wrong" || undefined,
    "aria-describedby": refused && "problem",
  };
  return (
    <form
      method="post"
      action="/login"
      className="flex flex-col gap-4 rounded-card border border-line bg-surface p-5 sm:p-7"
    >
      <h1 className="text-2xl font-semibold">{t("signIn.title")}</h1>
      {refused && (
        <div role="alert" className="rounded-control border-2 border-late px-4 py-3">
          <h2 className="flex items-center gap-2 font-semibold">
            <Icon name="warning" className="size-5 text-late" />
            {t("signIn.problem")}
          </h2>
          <p id="problem">
            {refused.problem === "wrong" ? (
              <a href="#account" className="text-late">
                {t("signIn.wrong")}
              </a>
            ) : (
              t("signIn.locked", { minutes: refused.minutes })
            )}
          </p>
        </div>
      )}
      <input type="hidden" name="redirectTo" value={redirectTo} />
      <div className="flex flex-col gap-1">
        <label htmlFor="account" className="font-medium">
          {t("signIn.account")}
        </label>
        <input
          {...marks}
          id="account"
          name="account"
          required
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={refused?.account}
          className="control"
        />
      </div>
      <div className="flex flex-col gap-1">
        <label htmlFor="password" className="font-medium">
          {t("signIn.password")}
        </label>
        <input
          {...marks}
          id="password"
          name="password"
          type="password"
          required
          autoComplete="current-password"
          className="control"
        />
      </div>
      <div>
        <label className="target flex items-center gap-2.5">
          <input
            type="checkbox"
            name="remember"
            defaultChecked={refused?.remember}
            aria-describedby="remember-hint"
            className="size-5 shrink-0 lg:size-4.5"
          />
          {t("signIn.remember")}
        </label>
        <p id="remember-hint" className="ms-7.5 text-sm text-muted">
          {t("signIn.rememberHint")}
        </p>
      </div>
      <button type="submit" className={`${buttonStyle("primary")} w-full`}>
        {t("signIn.submit")}
      </button>
      <p className="text-sm text-muted">{t("signIn.forgotten")}</p>
    </form>
  );
}
