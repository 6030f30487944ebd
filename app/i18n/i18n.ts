import { createInstance, type i18n, type Resource } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "./language.ts";

/** An instance that speaks one language from messages already at hand; no detection, no loading later. */
export function createI18n(language: Language, messages: Resource[string]): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    resources: { [language]: messages },
    ns: Object.keys(messages),
    defaultNS: "common",
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return remembering(instance);
}

/** Only the arguments this program uses; the library's own type of them is wider than a wrapper can be. */
type Translate = (key: string | string[], options?: object) => string;

/**
 * The same instance, which looks the words of a page up once and not for every row: that took a third of the time a
 * list needs to render. An heir, because every useTranslation copies the instance's own properties.
 */
function remembering(instance: i18n): i18n {
  const fixed = new Map<string, Translate>();
  function getFixedT(...scope: unknown[]) {
    const name = JSON.stringify(scope);
    const t = fixed.get(name) ?? withMemory(instance.getFixedT(...(scope as [string])) as Translate);
    fixed.set(name, t);
    return t;
  }
  return Object.create(instance, { getFixedT: { value: getFixedT } });
}

/** Remembers keys without options, and of those only what has a message: of others there may be any number. */
function withMemory(t: Translate): Translate {
  const words = new Map<string, string>();
  const remembered: Translate = (key, options) => {
    if (options !== undefined || typeof key !== "string") return t(key, options);
    const known = words.get(key);
    if (known !== undefined) return known;
    const word = t(key);
    if (word !== key) words.set(key, word);
    return word;
  };
  return Object.assign(remembered, t);
}
