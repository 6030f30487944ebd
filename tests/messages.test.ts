import { expect, test } from "vitest";
import en from "#app/messages.en.ts";
import zh from "#app/messages.zh.ts";

type Texts = Record<string, string>;

/** `namespace:key` → text. */
function flatten(messages: object, path = ""): Texts {
  return Object.fromEntries(
    Object.entries(messages).flatMap(([key, value]) => {
      const at = path === "" ? `${key}:` : path.endsWith(":") ? path + key : `${path}.${key}`;
      return typeof value === "string" ? [[at, value]] : Object.entries(flatten(value, at));
    }),
  );
}

const texts = { zh: flatten(zh), en: flatten(en) };
/** Chinese has one plural form, English two: `key_one` and `key_other` are one message. */
const base = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, "");
const keysOf = (all: Texts) => [...new Set(Object.keys(all).map(base))].sort();
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name))].sort();

/** English texts that hold a Chinese word on purpose: what a page marks `lang="zh"`. */
const chineseInEnglish: string[] = [];

test("both languages say the same things", () => {
  expect(Object.keys(texts.zh).length).toBeGreaterThan(100);
  expect(keysOf(texts.en)).toEqual(keysOf(texts.zh));
});

test("no text is empty, and no English one is Chinese", () => {
  const empty = Object.entries({ ...texts.zh, ...texts.en }).filter(([, text]) => text.trim() === "");
  expect(empty).toEqual([]);
  const chinese = Object.entries(texts.en).filter(
    ([key, text]) =>
      /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(text) && !chineseInEnglish.includes(key),
  );
  expect(chinese).toEqual([]);
});

test("both languages fill in the same values", () => {
  const inChinese = new Map(Object.entries(texts.zh).map(([key, text]) => [base(key), placeholders(text)]));
  const different = Object.entries(texts.en)
    // "one pond" may leave the number out
    .filter(([key]) => !key.endsWith("_one"))
    .filter(([key, text]) => placeholders(text).join() !== (inChinese.get(base(key)) ?? []).join())
    .map(([key]) => key);
  expect(different).toEqual([]);
});
