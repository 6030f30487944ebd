// @vitest-environment jsdom
import { useLocation } from "@remix-run/react";
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { FilterBar } from "#app/ui/FilterBar.tsx";
import { FilterSearch } from "#app/ui/FilterSearch.tsx";
import { FilterSelect } from "#app/ui/FilterSelect.tsx";
import { Pagination } from "#app/ui/Pagination.tsx";
import { renderPart } from "./render.tsx";

function List() {
  const { search } = useLocation();
  const town = new URLSearchParams(search).get("town");
  return (
    <>
      <output>{search}</output>
      <FilterBar label="筛选" active={town ? [{ name: "town", label: "涧池镇" }] : []} keep={["view"]}>
        <FilterSearch label="村名" />
        <FilterSelect name="town" label="镇" options={[{ value: "610921101", label: "涧池镇" }]} />
      </FilterBar>
      <Pagination shown={50} total={76} next="key" />
    </>
  );
}

const url = () => document.querySelector("output")?.textContent;

afterEach(cleanup);

test("a choice goes into the URL at once, without the page's key and without empty fields", async () => {
  renderPart(List, { address: "/?after=key&view=map" });
  fireEvent.change(await screen.findByLabelText("镇"), { target: { value: "610921101" } });
  await waitFor(() => expect(url()).toBe("?view=map&town=610921101"));
});

test("clearing a filter empties its field and leaves the others", async () => {
  renderPart(List, { address: "/?q=jb&town=610921101&after=key" });
  expect((await screen.findByLabelText<HTMLSelectElement>("镇")).value).toBe("610921101");
  fireEvent.click(screen.getByRole("link", { name: "清除筛选：涧池镇" }));
  await waitFor(() => expect(url()).toBe("?q=jb"));
  expect(screen.getByLabelText<HTMLSelectElement>("镇").value).toBe("");
  expect(screen.getByLabelText<HTMLInputElement>("村名").value).toBe("jb");
});

test("letters of a word still being composed are not searched for", async () => {
  renderPart(List);
  const field = await screen.findByLabelText("村名");
  field.focus();
  fireEvent.input(field, { target: { value: "jun'ba" }, isComposing: true });
  await new Promise((resolve) => setTimeout(resolve, 450));
  expect(url()).toBe("");
  fireEvent.input(field, { target: { value: "军坝" } });
  await waitFor(() => expect(url()).toBe("?q=%E5%86%9B%E5%9D%9D"));
});

test("pages keep the filters and lead back to the first", async () => {
  renderPart(List, { address: "/?town=610921101&after=old" });
  const next = await screen.findByRole("link", { name: "下一页" });
  expect(next.getAttribute("href")).toBe("/?town=610921101&after=key");
  expect(screen.getByRole("link", { name: "回到第一页" }).getAttribute("href")).toBe("/?town=610921101");
});
