// @vitest-environment jsdom

import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { createI18n } from "#app/i18n/i18n.ts";
import { WordsContext } from "#app/i18n/useTranslation.ts";
import { AddressSearch } from "#app/map/AddressSearch.tsx";
import type { AddressAnswer } from "#app/map/address/answer.ts";
import en from "#app/map/messages.en.ts";
import zh from "#app/map/messages.zh.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** The field on a page, with answers of the route under it. */
function show(answer: () => Promise<Response>, language: "zh" | "en" = "zh") {
  const fetched = vi.fn((_address: string, _init?: RequestInit) => answer());
  vi.stubGlobal("fetch", fetched);
  const chosen = vi.fn();
  const sent = vi.fn((event: { preventDefault(): void }) => event.preventDefault());
  render(
    <WordsContext.Provider
      value={{ i18n: createI18n(language, { map: language === "zh" ? zh : en } as never) }}
    >
      <form onSubmit={sent}>
        <AddressSearch onChoose={chosen} />
      </form>
    </WordsContext.Provider>,
  );
  const field = screen.getByRole("searchbox");
  return { fetched, chosen, sent, field };
}
const answered = (answer: AddressAnswer) => async () => Response.json(answer);
const places = [
  { name: "军坝村", address: "涧池镇", lng: 108.59, lat: 32.858 },
  { name: "军坝小学", address: "", lng: 108.6, lat: 32.86 },
];

test("what is found is a list to choose from, and says whose it is", async () => {
  const { fetched, chosen, sent, field } = show(answered({ status: "found", places, provider: "tianditu" }));
  fireEvent.change(field, { target: { value: " 军坝 " } });
  fireEvent.keyDown(field, { key: "Enter" });
  const list = await screen.findByRole("list");
  expect(fetched.mock.calls[0]?.[0]).toBe(`/map/addresses?q=${encodeURIComponent("军坝")}`);
  expect(sent).not.toHaveBeenCalled();
  expect(screen.getByRole("status").textContent).toContain("2");
  expect(screen.getByText(zh.address.by.tianditu)).toBeDefined();
  const [, second] = within(list).getAllByRole("button");
  fireEvent.click(second as HTMLElement);
  expect(chosen).toHaveBeenCalledExactlyOnceWith({ lng: 108.6, lat: 32.86, name: "军坝小学" });
  expect(screen.queryByRole("list")).toBeNull();
});

test("names in Chinese are marked as such", async () => {
  const { field } = show(answered({ status: "found", places, provider: "mapbox" }), "en");
  fireEvent.change(field, { target: { value: "Junba" } });
  fireEvent.click(screen.getByRole("button", { name: en.address.search }));
  await screen.findByRole("list");
  for (const text of ["军坝村", "涧池镇", "军坝小学"])
    expect(screen.getByText(text).getAttribute("lang")).toBe("zh");
});

test.for(["none", "refused", "quota", "timeout", "broken"] as const)(
  "%s is told in words",
  async (status) => {
    const { field } = show(answered({ status }));
    fireEvent.change(field, { target: { value: "军坝" } });
    fireEvent.keyDown(field, { key: "Enter" });
    await waitFor(() => expect(screen.getByRole("status").textContent).toBe(zh.address.failure[status]));
  },
);

test.for<[string, () => Promise<Response>]>([
  ["a page in place of an answer", async () => new Response("<!doctype html>")],
  ["503", async () => new Response(null, { status: 503 })],
  ["a lost connection", async () => Promise.reject(new TypeError("failed"))],
])("%s is one more failure", async ([, answer]) => {
  const { field } = show(answer);
  fireEvent.change(field, { target: { value: "军坝" } });
  fireEvent.keyDown(field, { key: "Enter" });
  await waitFor(() => expect(screen.getByRole("status").textContent).toBe(zh.address.failure.broken));
});

test("an empty field asks nobody; Enter that ends the writing of a character does not search", () => {
  const { fetched, field } = show(answered({ status: "none" }));
  fireEvent.keyDown(field, { key: "Enter" });
  fireEvent.change(field, { target: { value: "jun" } });
  fireEvent.keyDown(field, { key: "Enter", isComposing: true });
  expect(fetched).not.toHaveBeenCalled();
});

test("the answer to the last question stands, whichever comes first", async () => {
  const answers: ((response: Response) => void)[] = [];
  const { field } = show(() => new Promise((resolve) => answers.push(resolve)));
  for (const value of ["甲", "乙"]) {
    fireEvent.change(field, { target: { value } });
    fireEvent.keyDown(field, { key: "Enter" });
  }
  answers[1]?.(Response.json({ status: "none" }));
  await waitFor(() => expect(screen.getByRole("status").textContent).toBe(zh.address.failure.none));
  answers[0]?.(Response.json({ status: "quota" }));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(screen.getByRole("status").textContent).toBe(zh.address.failure.none);
});
