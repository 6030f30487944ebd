import { RemixBrowser } from "@remix-run/react";
import { type ReactNode, StrictMode, startTransition, useEffect } from "react";
import { hydrateRoot } from "react-dom/client";
import { holdEvents } from "./hold-events.ts";
import { createI18n } from "./i18n/i18n.ts";
import type { Language } from "./i18n/language.ts";
import { WordsContext } from "./i18n/useTranslation.ts";
import { loaders, type NamespaceName } from "./messages.client.ts";

const language: Language = document.documentElement.lang.startsWith("en") ? "en" : "zh";
const mark = document.documentElement.dataset.words ?? "";
const names = Object.keys(loaders[language]) as NamespaceName[];
const load = async (name: NamespaceName) => [name, (await loaders[language][name]()).default] as const;

const shown = names.filter((name) => mark.split(" ").includes(name));
const i18n = createI18n(language, Object.fromEntries(await Promise.all(shown.map(load))));
const release = holdEvents();

/** The words of other pages come once this one is awake; only then do its scripts take keys and taps. */
let others: Promise<void> | undefined;
async function loadOthers() {
  const rest = names.filter((name) => !i18n.hasResourceBundle(language, name));
  for (const [name, words] of await Promise.all(rest.map(load)))
    i18n.addResourceBundle(language, name, words);
  release();
}

const words = {
  i18n,
  mark,
  need(namespace: string) {
    if (i18n.hasResourceBundle(language, namespace)) return;
    others ??= loadOthers();
    throw others;
  },
};

function LoadOthersWhenHydrated({ children }: { children: ReactNode }) {
  useEffect(() => {
    others ??= loadOthers();
  }, []);
  return children;
}

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <LoadOthersWhenHydrated>
        <WordsContext.Provider value={words}>
          <RemixBrowser />
        </WordsContext.Provider>
      </LoadOthersWhenHydrated>
    </StrictMode>,
  );
});
