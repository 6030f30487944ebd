import { Form } from "@remix-run/react";
import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Icon } from "./Icon.tsx";
import { Link } from "./Link.tsx";
import { LanguageChoice, type Theme, ThemeChoice } from "./Preferences.tsx";
import { closePopover, popover, popoverButton } from "./popover.ts";

type AccountMenuProps = { name: string; place?: string | null; theme?: Theme };

const row =
  "target flex w-full items-center gap-2.5 rounded-control px-2 text-ink no-underline hover:bg-wash";

export function AccountMenu({ name, place, theme }: AccountMenuProps) {
  const { t, i18n } = useTranslation();
  const lang = (text: string) => langOf(text, i18n.language);
  return (
    <>
      <button
        {...popoverButton("account-menu")}
        className="target inline-flex items-center gap-2.5 rounded-control px-2 py-1 text-start hover:bg-wash lg:w-full"
      >
        <Icon name="user" label={t("account")} />
        <span className="hidden min-w-0 flex-1 lg:block">
          <span className="block truncate text-sm leading-snug font-medium" lang={lang(name)}>
            {name}
          </span>
          {place && (
            <span className="block truncate text-xs leading-snug text-muted" lang={lang(place)}>
              {place}
            </span>
          )}
        </span>
        <Icon name="chevronUp" className="hidden size-4 text-muted lg:block" />
      </button>
      {/* biome-ignore lint/a11y: keys reach the links inside; the handler only puts the panel away */}
      <div
        {...popover("account-menu")}
        onClick={closePopover}
        className="fixed inset-auto end-2 top-14 w-80 max-w-[calc(100vw-1rem)] rounded-card border border-line bg-surface p-3 text-ink shadow-float lg:start-3 lg:end-auto lg:top-auto lg:bottom-18"
      >
        <p className="px-2 font-semibold lg:hidden" lang={lang(name)}>
          {name}
        </p>
        {place && (
          <p className="px-2 pb-2 text-sm text-muted lg:hidden" lang={lang(place)}>
            {place}
          </p>
        )}
        <Link to="/account" className={row}>
          <Icon name="user" />
          {t("account")}
        </Link>
        <div className="my-2 flex flex-wrap gap-x-3 gap-y-2 border-y border-line px-2 py-3">
          <LanguageChoice />
          <ThemeChoice theme={theme} />
        </div>
        <Form method="post" action="/logout" reloadDocument>
          <button type="submit" className={row}>
            <Icon name="signOut" />
            {t("signOut")}
          </button>
        </Form>
      </div>
    </>
  );
}
