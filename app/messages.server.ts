import { createI18n } from "./i18n/i18n.ts";
import type { Language } from "./i18n/language.ts";
import en from "./messages.en.ts";
import zh from "./messages.zh.ts";

const instances = { zh: createI18n("zh", zh), en: createI18n("en", en) };

/** On the server both languages are always at hand. */
export const i18nFor = (language: Language) => instances[language];
