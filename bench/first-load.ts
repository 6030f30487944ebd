import { existsSync, readFileSync } from "node:fs";
import { Agent } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { ServerBuild } from "@remix-run/node";
import type { Bench } from "./figure.ts";
import { ask } from "./load.ts";
import type { Tools } from "./run.ts";
import { appEnvironment, port, root, startApp } from "./server.ts";
import { signIn } from "./sign-in.ts";

const client = join(root, "build/client");
/** kB of JavaScript, packed by gzip. */
const targets = { signIn: 130, pond: 130, map: 150, other: 200 };

/**
 * What a browser fetches of JavaScript to show a page for the first time and wake it, in the language that needs more.
 * The map and the editor of outlines say which words they need; the other pages are counted with all there are.
 */
export async function firstLoad({ databases }: Tools): Promise<Bench> {
  const { appUrl, account, sql } = await databases.seeded({ alliances: 1, sitesEach: 1000 });
  await sql.end();
  Object.assign(process.env, appEnvironment(appUrl));
  const build: ServerBuild = await import(pathToFileURL(join(root, "build/server/index.js")).href);
  const { entry, routes, url: manifest } = build.assets;
  const pages = Object.values(build.routes).filter(
    (route) => route && route.id !== "root" && route.module.default !== undefined,
  );
  const words = wordFiles(entry.module);
  const known = await wordsOf(
    { "routes/map._index": "/map", "routes/sites.$siteId.outline": "/sites/{site}/outline" },
    { appUrl, account },
  );
  const loads = pages.map((page) => {
    // A page that is only a form sends no script.
    if ((page?.module.handle as { scripts?: boolean } | undefined)?.scripts === false)
      return { id: page?.id ?? "", kilobytes: 0 };
    const shown = known[page?.id ?? ""];
    const needed = words.filter(({ namespace }) => shown?.has(namespace) ?? true).map(({ file }) => file);
    const files = new Set([entry.module, ...entry.imports, manifest, ...needed]);
    for (let route = routes[page?.id ?? ""]; route; route = routes[route.parentId ?? ""])
      for (const file of [route.module, ...(route.imports ?? [])]) files.add(file);
    const bytes = [...files].reduce((total, file) => total + packedSize(file), 0);
    return { id: page?.id ?? "", kilobytes: bytes / 1000 };
  });
  // The recording pages load one script of their own and no page script; the service worker comes after them.
  const pond = { id: "pond", kilobytes: packedSize("pond.js") / 1000 };
  const isSignIn = ({ id }: { id: string }) => id === "routes/login";
  const signIn = loads.find(isSignIn);
  const [heaviest] = loads.filter((load) => !isSignIn(load)).sort((a, b) => b.kilobytes - a.kilobytes);
  const map = loads.find(({ id }) => id === "routes/map._index");
  if (!signIn || !map || !heaviest) throw new Error("no pages in the build");
  const figure = (workload: string, { kilobytes }: typeof signIn, atMost: number) => ({
    bench: "first-load",
    workload,
    against: "",
    median: kilobytes,
    low: kilobytes,
    high: kilobytes,
    unit: "kB" as const,
    target: { atMost },
  });
  return {
    figures: [
      figure("sign-in, JavaScript as gzip", signIn, targets.signIn),
      figure("recording at the pond", pond, targets.pond),
      figure("the map without its engine", map, targets.map),
      figure(`heaviest other page (${nameOf(heaviest.id)})`, heaviest, targets.other),
    ],
    details: loads.map(({ id, kilobytes }) => `${nameOf(id)}: ${kilobytes.toFixed(1)} kB`),
  };
}

const nameOf = (id: string) => id.replace("routes/", "");

/** The files of words, of each namespace the larger of its two languages. */
function wordFiles(entryFile: string) {
  const source = readFileSync(join(client, entryFile), "utf8");
  const larger = new Map<string, string>();
  for (const [, namespace = "", name] of source.matchAll(
    /(\w+):\(\)=>\w+\(\(\)=>import\("\.\/(messages\.[\w-]+\.js)"\)/g,
  )) {
    const file = `/assets/${name}`;
    const known = larger.get(namespace);
    if (!known || packedSize(file) > packedSize(known)) larger.set(namespace, file);
  }
  if (larger.size === 0) throw new Error("the entry names no words");
  return [...larger].map(([namespace, file]) => ({ namespace, file }));
}

/** The namespaces that pages say they were rendered with, by route. */
async function wordsOf(
  paths: Record<string, string>,
  { appUrl, account }: { appUrl: string; account: Parameters<typeof signIn>[1] },
) {
  const app = await startApp(appUrl, port(0));
  const agent = new Agent();
  try {
    const headers = { cookie: await signIn(app.url, account) };
    const get = async (path: string) => (await ask({ url: app.url + path, headers }, agent)).text;
    const [site] = JSON.parse(await get("/api/v1/sites?limit=1")).items;
    const shown: Record<string, Set<string>> = {};
    for (const [route, path] of Object.entries(paths)) {
      const words = (await get(path.replace("{site}", site.id))).match(/data-words="([^"]+)"/)?.[1];
      if (!words) throw new Error(`${path} does not say which words it shows`);
      shown[route] = new Set(words.split(" "));
    }
    return shown;
  } finally {
    agent.destroy();
    await app.stop();
  }
}

function packedSize(file: string) {
  const path = join(client, file);
  if (existsSync(`${path}.gz`)) return readFileSync(`${path}.gz`).length;
  return gzipSync(readFileSync(path), { level: 9 }).length;
}
