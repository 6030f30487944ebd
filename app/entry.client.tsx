import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { createI18n } from "./i18n/i18n.ts";
import type { Language } from "./i18n/language.ts";
import { I18nContext } from "./i18n/useTranslation.ts";

const messages = { zh: () => import("./messages.zh.ts"), en: () => import("./messages.en.ts") };

const language: Language = document.documentElement.lang.startsWith("en") ? "en" : "zh";
const i18n = createI18n(language, (await messages[language]()).default);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nContext.Provider value={i18n}>
        <RemixBrowser />
      </I18nContext.Provider>
    </StrictMode>,
  );
});
