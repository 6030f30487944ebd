export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

/** What goes into the `lang` attribute. */
export const languageTag: Record<Language, string> = { zh: "zh-CN", en: "en" };

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language);

const han = /\p{Script=Han}/u;

/** The `lang` of a text of the data on a page in another language: names, notes and addresses are Chinese. */
export const langOf = (text: string, pageLanguage: string) =>
  !pageLanguage.startsWith("zh") && han.test(text) ? "zh" : undefined;

/** The first language of an Accept-Language header that we speak; Chinese when it names none. */
export function preferredLanguage(acceptLanguage: string | null): Language {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find(isLanguage);
  return wanted ?? "zh";
}
