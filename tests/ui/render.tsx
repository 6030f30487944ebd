import type { ActionFunction } from "@remix-run/node";
import { createRemixStub } from "@remix-run/testing";
import { configure, render } from "@testing-library/react";
import type { ComponentType } from "react";
import { I18nextProvider } from "react-i18next";
import { createI18n } from "#app/i18n/i18n.ts";
import type { Language } from "#app/i18n/language.ts";
import en from "#app/i18n/messages.en.ts";
import zh from "#app/i18n/messages.zh.ts";

// A busy machine is no reason to fail.
configure({ asyncUtilTimeout: 10_000 });

type Surroundings = { language?: Language; address?: string; action?: ActionFunction };

/** A part of a page inside a router and a language, at an address. */
export function renderPart(
  Part: ComponentType,
  { language = "zh", address = "/", action }: Surroundings = {},
) {
  const Stub = createRemixStub([{ path: "*", id: "part", Component: Part, action, loader: () => null }]);
  return render(
    <I18nextProvider i18n={createI18n(language, { common: language === "zh" ? zh : en })}>
      <Stub initialEntries={[address]} />
    </I18nextProvider>,
  );
}
