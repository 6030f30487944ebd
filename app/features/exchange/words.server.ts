import type { AppLoadContext } from "@remix-run/node";
import { i18nFor } from "#app/messages.server.ts";
import type { explainNote } from "./explain.ts";

/** Notes carry the keys of messages; one without a namespace is this feature's. */
export const wordsOf = ({ language }: AppLoadContext): Parameters<typeof explainNote>[2] => ({
  language,
  t: i18nFor(language).getFixedT(language, "exchange") as (
    key: string,
    params?: Record<string, unknown>,
  ) => string,
});
