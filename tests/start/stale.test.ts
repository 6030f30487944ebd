import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { hashSources, isBuilt } from "../../start/build.js";
import { isInstalled } from "../../start/install.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "yulian-stale-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, content: unknown) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof content === "string" ? content : JSON.stringify(content));
}

it("builds anew when the content of a source changed, not when its time did", () => {
  write("app/routes/one.tsx", "1");
  write("build/sources.sha256", hashSources(root));
  expect(isBuilt(root)).toBe(true);
  utimesSync(join(root, "app/routes/one.tsx"), 0, 0);
  expect(isBuilt(root)).toBe(true);

  write("app/routes/one.tsx", "2");
  expect(isBuilt(root)).toBe(false);
  write("app/routes/one.tsx", "1");
  expect(isBuilt(root)).toBe(true);
  write("public/favicon.svg", "<svg/>");
  expect(isBuilt(root)).toBe(false);
});

it("installs when a package of the lock file is missing or another, but not for those of other platforms", () => {
  const packages = {
    "": { name: "yulian" },
    "node_modules/hono": { version: "4.0.0", integrity: "sha512-a" },
    "node_modules/postgres-for-another-platform": { version: "1.0.0", optional: true },
  };
  write("package-lock.json", { packages });
  expect(isInstalled(root)).toBe(false);
  write("node_modules/.package-lock.json", {
    packages: { "node_modules/hono": packages["node_modules/hono"] },
  });
  expect(isInstalled(root)).toBe(true);

  const newer = { ...packages, "node_modules/hono": { version: "4.0.1", integrity: "sha512-b" } };
  write("package-lock.json", { packages: newer });
  expect(isInstalled(root)).toBe(false);
  write("package-lock.json", { packages: { ...packages, "node_modules/kysely": { version: "0.28.0" } } });
  expect(isInstalled(root)).toBe(false);
});
