import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icons.ts";

export type Theme = "light" | "dark";

const themes: { value: "system" | Theme; icon: IconName }[] = [
  { value: "system", icon: "screen" },
  { value: "light", icon: "sun" },
  { value: "dark", icon: "moon" },
];

/** For whoever is looking, signed in or not. Plain forms: the page comes back whole in the new language. */
export function LanguageChoice() {
  const { t, i18n } = useTranslation();
  return (
    <Choices label={t("language")}>
      <Choice name="language" value="zh" chosen={i18n.language.startsWith("zh")}>
        <span lang="zh">中文</span>
      </Choice>
      <Choice name="language" value="en" chosen={i18n.language.startsWith("en")}>
        <span lang="en">English</span>
      </Choice>
    </Choices>
  );
}

export function ThemeChoice({ theme }: { theme?: Theme }) {
  const { t } = useTranslation();
  return (
    <Choices label={t("theme.label")}>
      {themes.map(({ value, icon }) => (
        <Choice key={value} name="theme" value={value} chosen={value === (theme ?? "system")}>
          <Icon name={icon} label={t(`theme.${value}`)} />
        </Choice>
      ))}
    </Choices>
  );
}

function Choices({ label, children }: { label: string; children: ReactNode }) {
  const { pathname, search } = useLocation();
  return (
    <form method="post" action="/preferences">
      <input type="hidden" name="redirectTo" value={`${pathname}${search}`} />
      <fieldset className="inline-flex rounded-control border border-edge">
        <legend className="sr-only">{label}</legend>
        {children}
      </fieldset>
    </form>
  );
}

type ChoiceProps = { name: string; value: string; chosen: boolean; children: ReactNode };

function Choice({ name, value, chosen, children }: ChoiceProps) {
  return (
    <button
      type="submit"
      name={name}
      value={value}
      aria-pressed={chosen}
      className="target inline-flex items-center justify-center px-2.5 text-sm text-muted first-of-type:rounded-s-control last-of-type:rounded-e-control hover:bg-wash aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent"
    >
      {children}
    </button>
  );
}
