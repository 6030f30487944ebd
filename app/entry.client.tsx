import { RemixBrowser } from "@remix-run/react";
import { type ReactNode, StrictMode, startTransition, useEffect } from "react";
import { hydrateRoot } from "react-dom/client";
import { holdEvents } from "./hold-events.ts";
import { createI18n } from "./i18n/i18n.ts";
import type { Language } from "./i18n/language.ts";
import { I18nContext } from "./i18n/useTranslation.ts";

const messages = { zh: () => import("./messages.zh.ts"), en: () => import("./messages.en.ts") };

const language: Language = document.documentElement.lang.startsWith("en") ? "en" : "zh";
const i18n = createI18n(language, (await messages[language]()).default);
const release = holdEvents();

function ReleaseWhenHydrated({ children }: { children: ReactNode }) {
  useEffect(release, []);
  return children;
}

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <ReleaseWhenHydrated>
        <I18nContext.Provider value={i18n}>
          <RemixBrowser />
        </I18nContext.Provider>
      </ReleaseWhenHydrated>
    </StrictMode>,
  );
});
