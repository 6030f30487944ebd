import type { TFunction } from "i18next";

/**
 * A message from a schema in the reader's language: `key`, or `key|{"json":"parameters"}`.
 * A key of another namespace is written `members:error.creditCode`. What no message knows reads "please check".
 */
export function errorText(t: TFunction<"common">, message: string): string {
  const bar = message.indexOf("|");
  const key = bar < 0 ? message : message.slice(0, bar);
  const parameters = bar < 0 ? {} : JSON.parse(message.slice(bar + 1));
  return t([key, "error.invalid"] as unknown as "error.invalid", parameters);
}
