import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { ServerBuild } from "@remix-run/node";
import type { Bench } from "./figure.ts";
import { appEnvironment, root } from "./server.ts";

const client = join(root, "build/client");
/** kB of JavaScript, packed by gzip. */
const targets = { signIn: 130, pond: 130, map: 150, other: 200 };

/** What a browser fetches of JavaScript to show a page for the first time, in the language that needs more. */
export async function firstLoad(): Promise<Bench> {
  Object.assign(process.env, appEnvironment("postgres://nobody@localhost/nothing"));
  const build: ServerBuild = await import(pathToFileURL(join(root, "build/server/index.js")).href);
  const { entry, routes, url: manifest } = build.assets;
  const pages = Object.values(build.routes).filter(
    (route) => route && route.id !== "root" && route.module.default !== undefined,
  );
  const common = [entry.module, ...entry.imports, manifest, ...messages()];
  const loads = pages.map((page) => {
    const files = new Set(common);
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

/** The messages of the language whose file is the larger; a page loads one of the two. */
const messages = () =>
  readdirSync(join(client, "assets"))
    .filter((name) => /^messages\.\w+-.*\.js$/.test(name))
    .map((name) => `/assets/${name}`)
    .sort((a, b) => packedSize(b) - packedSize(a))
    .slice(0, 1);

function packedSize(file: string) {
  const path = join(client, file);
  if (existsSync(`${path}.gz`)) return readFileSync(`${path}.gz`).length;
  return gzipSync(readFileSync(path), { level: 9 }).length;
}
