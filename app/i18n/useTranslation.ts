import type { i18n, Namespace, TFunction } from "i18next";
import { createContext, useContext } from "react";

/** The language of the page. */
export const I18nContext = createContext<i18n | undefined>(undefined);

/**
 * The words of one namespace, or of several: the first without a prefix, all with one. A page keeps its language (the
 * choice of another loads it anew), so nothing is subscribed to and nothing is looked up twice; docs/decisions/0015.
 */
export function useTranslation<const Ns extends Namespace = "common">(namespaces?: Ns) {
  const i18n = useContext(I18nContext);
  if (!i18n) throw new Error("no language around this part of a page");
  const first = Array.isArray(namespaces) ? namespaces[0] : namespaces;
  return { t: i18n.getFixedT(null, first) as unknown as TFunction<Ns>, i18n };
}
