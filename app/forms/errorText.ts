import type { TFunction } from "i18next";

const withParameters = /^([\w.:]+)\|(\{.*\})$/;

/**
 * A message from a schema in the reader's language: `key`, or `key|{"json":"parameters"}`.
 * A key of another namespace is written `members:error.creditCode`. What no message knows reads "please check".
 */
export function errorText(t: TFunction<"common">, message: string): string {
  const [, key = message, parameters = "{}"] = withParameters.exec(message) ?? [];
  // The key comes from the server; the types know only keys written in code.
  return t([key, "error.invalid"] as unknown as "error.invalid", JSON.parse(parameters));
}
