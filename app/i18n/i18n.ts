import { createInstance, type i18n, type Resource } from "i18next";
import type { Language } from "./language.ts";

/** An instance that speaks one language from messages already at hand; no detection, no loading later. */
export function createI18n(language: Language, messages: Resource[string]): i18n {
  const instance = createInstance();
  void instance.init({
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

/** The same instance, which looks the words of a page up once and not for every row. */
function remembering(instance: i18n): i18n {
  const getFixedT = instance.getFixedT.bind(instance) as (...scope: unknown[]) => Translate;
  const fixed = new Map<string, Translate>();
  instance.getFixedT = ((language: unknown, namespace = "common", ...rest: unknown[]) => {
    const name = `${language}/${namespace}/${rest}`;
    let t = fixed.get(name);
    if (!t) {
      t = withMemory(getFixedT(language, namespace, ...rest));
      fixed.set(name, t);
    }
    return t;
  }) as i18n["getFixedT"];
  return instance;
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
