import type { TFunction } from "i18next";
import words from "./messages.zh.ts";

/** What the fields of a kind are called; some kinds have their own word for one. */
export function fieldLabels(t: TFunction<["recording", "production", "common"]>, kind: string) {
  // The keys come from data; the types know only keys written in code.
  const say = t as unknown as (keys: string[]) => string;
  return Object.fromEntries(
    Object.keys(words.field).map((name) => [
      name,
      say([`recording:fieldOf.${kind}.${name}`, `recording:field.${name}`]),
    ]),
  );
}
