import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { createI18n } from "./i18n/i18n.ts";
import type { Language } from "./i18n/language.ts";

const messages = { zh: () => import("./messages.zh.ts"), en: () => import("./messages.en.ts") };

const language: Language = document.documentElement.lang.startsWith("en") ? "en" : "zh";
const i18n = createI18n(language, (await messages[language]()).default);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <RemixBrowser />
      </I18nextProvider>
    </StrictMode>,
  );
});
