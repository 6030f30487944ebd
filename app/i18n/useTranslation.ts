import type { i18n, Namespace, TFunction } from "i18next";
import { createContext, useContext } from "react";

export type Words = {
  i18n: i18n;
  /** Told of each namespace that is about to be read: the server takes note, a browser waits for what it lacks. */
  need?: (namespace: string) => void;
  /** Stands on the document: the namespaces a page was rendered with. */
  mark?: string;
};

/** The language of the page, and its words. */
export const WordsContext = createContext<Words | undefined>(undefined);

export function useWords() {
  const words = useContext(WordsContext);
  if (!words) throw new Error("no language around this part of a page");
  return words;
}

/**
 * The words of one namespace, or of several: the first without a prefix, all with one. A page keeps its language (the
 * choice of another loads it anew), so nothing is subscribed to and nothing is looked up twice; docs/decisions/0015.
 */
export function useTranslation<const Ns extends Namespace = "common">(namespaces?: Ns) {
  const { i18n, need } = useWords();
  const all: readonly string[] = Array.isArray(namespaces) ? namespaces : [namespaces ?? "common"];
  if (need) for (const namespace of all) need(namespace);
  return { t: i18n.getFixedT(null, all[0] as "common") as unknown as TFunction<Ns>, i18n };
}
