import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(path) : /\.(tsx?|js)$/.test(entry.name) ? [path] : [];
  });

const aliases: Record<string, string> = { "#app/": "app/", "#db/": "db/", "#tests/": "tests/" };

function targetOf(specifier: string, from: string) {
  const alias = Object.keys(aliases).find((start) => specifier.startsWith(start));
  if (alias) return aliases[alias] + specifier.slice(alias.length);
  return specifier.startsWith(".")
    ? relative(root, resolve(root, dirname(from), specifier)).replace(/\?.*$/, "")
    : specifier;
}

type Import = { from: string; target: string; typeOnly: boolean };
const statement =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']/g;

const files = [...filesUnder("app"), ...filesUnder("db")].map((path) => ({
  path,
  text: readFileSync(join(root, path), "utf8"),
}));
const imports: Import[] = files.flatMap(({ path, text }) =>
  [...text.matchAll(statement)].map(([, type, named, lazy]) => ({
    from: path,
    target: targetOf(named ?? lazy ?? "", path),
    typeOnly: Boolean(type),
  })),
);

const show = (broken: Import[]) => broken.map(({ from, target }) => `${from} → ${target}`);
const importsWhere = (broken: (one: Import) => boolean) => show(imports.filter(broken));
const featureOf = (path: string) => path.match(/^app\/features\/([^/]+)\//)?.[1];

/** Lowest first: a feature looks down only. */
const order = ["members", "sites", "production", "safety", "supply", "exchange", "overview"];
/** Of the application as a whole: they put the parts together and may look everywhere. */
const assembly =
  /^app\/(root|app\.server|background\.server|entry\.\w+|messages(\.\w+)*|routes|database\.server|env\.server|load-context\.d)(\.tsx?|$)/;
const isAbove = (path: string) => /^app\/(routes|api|sample)\//.test(path) || assembly.test(path);
const shared = ["audit", "auth", "charts", "forms", "http", "i18n", "jobs", "map", "search", "ui"];

test("the whole tree was read", () => {
  expect(files.length).toBeGreaterThan(100);
  expect(imports.filter(({ target }) => target.startsWith("app/")).length).toBeGreaterThan(200);
  const missing = imports.filter(
    ({ target }) =>
      /^(app|db)\//.test(target) && /\.(tsx?|js)$/.test(target) && !files.some(({ path }) => path === target),
  );
  expect(show(missing)).toEqual([]);
});

test("every folder of app/ has its place", () => {
  const folders = new Set(files.map(({ path }) => path.match(/^app\/([^/]+)\//)?.[1]).filter(Boolean));
  const known = [...shared, "api", "features", "routes", "sample"];
  expect([...folders].filter((folder) => !known.includes(folder ?? ""))).toEqual([]);
  const features = new Set(files.map(({ path }) => featureOf(path)).filter((one) => one !== undefined));
  expect([...features].filter((one) => !order.includes(one))).toEqual([]);
});

test("features look down only", () => {
  expect(
    importsWhere(({ from, target }) => {
      const [own, other] = [featureOf(from), featureOf(target)];
      return own !== undefined && other !== undefined && order.indexOf(other) > order.indexOf(own);
    }),
  ).toEqual([]);
});

test("features and shared folders know nothing of pages and the API; shared folders know nothing of fish", () => {
  expect(
    importsWhere(
      ({ from, target }) => featureOf(from) !== undefined && /^app\/(routes|api|sample)\//.test(target),
    ),
  ).toEqual([]);
  expect(
    importsWhere(
      ({ from, target }) =>
        from.startsWith("app/") &&
        !isAbove(from) &&
        featureOf(from) === undefined &&
        (featureOf(target) !== undefined || /^app\/(routes|api|sample)\//.test(target)),
    ),
  ).toEqual([]);
});

test("the database knows nothing of the app, but for its entry points", () => {
  expect(
    importsWhere(
      ({ from, target }) =>
        from.startsWith("db/") && !from.startsWith("db/bin/") && target.startsWith("app/"),
    ),
  ).toEqual([]);
  expect(importsWhere(({ from, target }) => from.startsWith("app/") && target.startsWith("db/bin/"))).toEqual(
    [],
  );
});

test("only *.server.ts reaches the database's folder; plain reference data and types go anywhere", () => {
  expect(
    importsWhere(
      ({ from, target, typeOnly }) =>
        from.startsWith("app/") &&
        target.startsWith("db/") &&
        !typeOnly &&
        !/\.server\.tsx?$/.test(from) &&
        !target.startsWith("db/reference/"),
    ),
  ).toEqual([]);
});

test("SQL stands in queries, and in audit, auth and jobs", () => {
  const allowed =
    /(\/queries[./].*\.server|queries\.server|\/visible\.server|\/checks\.server)\.ts$|^app\/(audit|auth|jobs)\//;
  const elsewhere = /^app\/(database|app)\.server\.ts$/; // opens the pool; asks whether it answers
  expect(
    importsWhere(
      ({ from, target, typeOnly }) =>
        from.startsWith("app/") &&
        /^(kysely|postgres)/.test(target) &&
        !typeOnly &&
        !allowed.test(from) &&
        !elsewhere.test(from),
    ),
  ).toEqual([]);
  const queries = /\b(selectFrom|insertInto|updateTable|deleteFrom)\(/;
  expect(
    files
      .filter(({ path, text }) => path.startsWith("app/") && queries.test(text) && !allowed.test(path))
      .map(({ path }) => path),
  ).toEqual([]);
});

test("only env.server.ts reads the environment", () => {
  const readers = files.filter(({ text }) => /process\.env\b/.test(text)).map(({ path }) => path);
  expect(readers.filter((path) => path !== "app/env.server.ts" && !path.startsWith("db/bin/"))).toEqual([]);
});

test("there is no drawer for odds and ends, no barrel, no class but an error", () => {
  const drawers =
    /\/(utils?|lib|helpers?|services?|types|hooks|constants|common|misc)\/|\/(utils?|helpers?)\.tsx?$/;
  expect(files.map(({ path }) => path).filter((path) => drawers.test(path))).toEqual([]);
  const barrels = files.filter(
    ({ path, text }) => path.startsWith("app/") && /\/index\.tsx?$/.test(path) && /export .* from/.test(text),
  );
  expect(barrels.map(({ path }) => path)).toEqual([]);
  const classes = files.flatMap(({ path, text }) =>
    [...text.matchAll(/^(?:export )?class \w+(.*)\{/gm)].map(([, rest = ""]) => ({
      path,
      rest: rest.trim(),
    })),
  );
  expect(classes.filter(({ rest }) => rest !== "extends Error")).toEqual([]);
});

test("what makes the first page heavy stays out of components and pages", () => {
  const heavy = /^(zod|exceljs|echarts|pinyin-pro|@hono\/zod-openapi)/;
  expect(
    importsWhere(
      ({ from, target, typeOnly }) =>
        heavy.test(target) &&
        !typeOnly &&
        from.endsWith(".tsx") &&
        !/\.server\.tsx?$/.test(from) &&
        !from.startsWith("app/routes/"),
    ),
  ).toEqual([]);
});

test("routes and files stay short", () => {
  const generated = /^db\/schema\/|messages\.(zh|en)\.ts$|^db\/(reference|migrations)\/|\/icons\.ts$/;
  const long = files
    .filter(({ path }) => !generated.test(path))
    .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
    .filter(({ path, lines }) => lines > (path.startsWith("app/routes/") ? 130 : 220));
  expect(long).toEqual([]);
});
