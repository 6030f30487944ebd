import type { ActionFunction } from "@remix-run/node";
import { createRemixStub } from "@remix-run/testing";
import { configure, render } from "@testing-library/react";
import type { ComponentType } from "react";
import { createI18n } from "#app/i18n/i18n.ts";
import type { Language } from "#app/i18n/language.ts";
import en from "#app/i18n/messages.en.ts";
import zh from "#app/i18n/messages.zh.ts";
import { WordsContext } from "#app/i18n/useTranslation.ts";
import { useFollowedLinks } from "#app/ui/Link.tsx";

// A busy machine is no reason to fail.
configure({ asyncUtilTimeout: 10_000 });

type Surroundings = { language?: Language; address?: string; action?: ActionFunction };

/** A part of a page inside a router and a language, at an address. */
export function renderPart(
  Part: ComponentType,
  { language = "zh", address = "/", action }: Surroundings = {},
) {
  const Body = () => (
    // biome-ignore lint/a11y: as the page's body
    <div onClick={useFollowedLinks()}>
      <Part />
    </div>
  );
  const Stub = createRemixStub([{ path: "*", id: "part", Component: Body, action, loader: () => null }]);
  return render(
    <WordsContext.Provider value={{ i18n: createI18n(language, { common: language === "zh" ? zh : en }) }}>
      <Stub initialEntries={[address]} />
    </WordsContext.Provider>,
  );
}
