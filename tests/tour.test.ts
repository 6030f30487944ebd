import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { tour } from "./tour.ts";

/** Needs what only a test of its own can make: an unused installation. */
const elsewhere = ["/setup"];

const id = "00000000-0000-4000-8000-000000000000";
const anyIds = new Proxy({} as Parameters<(typeof tour)[number]["path"]>[0], { get: () => id });

test("the tour visits every page", () => {
  const visited = new Set(
    tour.map(({ path }) =>
      path(anyIds)
        .replace(/\?.*/, "")
        .replaceAll(id, ":id")
        .replace("/towns/610921101", "/towns/:id")
        .replace("/no-such-page", "/*")
        .replace("/record/feeding", "/record/:id"),
    ),
  );
  const pages = readdirSync("app/routes")
    .filter((file) => readFileSync(`app/routes/${file}`, "utf8").includes("export default"))
    .map((file) => `/${file.replace(/\.tsx?$/, "")}`)
    .map((name) =>
      name
        .replace(/[./]_index$/, "")
        .replaceAll(".", "/")
        .replace(/\$\w+/g, ":id"),
    )
    .map((name) => (name === "" ? "/" : name.replace(/^\/\$$/, "/*")));
  expect(pages.filter((page) => !visited.has(page) && !elsewhere.includes(page))).toEqual([]);
});
