// @vitest-environment jsdom
import { useLocation } from "@remix-run/react";
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Link } from "#app/ui/Link.tsx";
import { renderPart } from "./render.tsx";

function Part() {
  const { pathname, search } = useLocation();
  return (
    <>
      <output>{pathname + search}</output>
      <Link to="/members?town=1">
        <span>members</span>
      </Link>
      <Link to="/export" reloadDocument>
        file
      </Link>
      <Link to="/refused" onClick={(event) => event.preventDefault()}>
        refused
      </Link>
    </>
  );
}

afterEach(cleanup);

/** Whether the click was taken from the browser; jsdom, which follows no links, is kept from saying so. */
function click(text: string, how: MouseEventInit = {}) {
  let taken = false;
  const look = (event: Event) => {
    taken = event.defaultPrevented;
    event.preventDefault();
  };
  window.addEventListener("click", look, { once: true });
  fireEvent.click(screen.getByText(text), how);
  return taken;
}

test("a plain click changes the page without loading it anew", async () => {
  renderPart(Part, { address: "/sites" });
  await screen.findByText("members");
  expect(click("members")).toBe(true);
  await screen.findByText("/members?town=1");
});

test("a new tab, a file and what is refused are not followed", async () => {
  renderPart(Part, { address: "/sites" });
  await screen.findByText("members");
  expect(click("members", { ctrlKey: true })).toBe(false);
  expect(click("members", { shiftKey: true })).toBe(false);
  expect(click("file")).toBe(false);
  click("refused");
  expect(screen.getByRole("status").textContent).toBe("/sites");
});
