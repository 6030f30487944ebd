import { type Alliance, makeAlliance } from "../factories.ts";
import { type Client, visitor, visitorAs } from "../requests.ts";
import { type Role, roles } from "./access-table.ts";

/** A browser for every role of an alliance, and for the coordinator of another. */
export async function visitorsOf({ viewers }: Alliance, stranger?: Alliance) {
  const other = stranger ?? (await makeAlliance(["village"]));
  const pairs = roles.map(async (role) => {
    const viewer =
      role === "otherCounty" ? other.viewers.coordinator : role === "none" ? undefined : viewers[role];
    return [role, viewer ? await visitorAs(viewer) : visitor()] as const;
  });
  return Object.fromEntries(await Promise.all(pairs)) as Record<Role, Client>;
}

/** Where Remix asks for a page's data. */
export function dataAddress(path: string) {
  const url = new URL(path, "http://here");
  return `${url.pathname === "/" ? "/_root" : url.pathname}.data${url.search}`;
}
