/** Where a list page begins: after this row, in the list's order. */
export type PageKey = { sortKey: string; id: string };

/** Opaque to the browser; goes into the `after` parameter. */
export const writePageKey = ({ sortKey, id }: PageKey) =>
  Buffer.from(JSON.stringify([sortKey, id])).toString("base64url");

/** undefined for no parameter; null for one that cannot be read. */
export function readPageKey(parameter: string | null): PageKey | undefined | null {
  if (!parameter) return undefined;
  try {
    const [sortKey, id] = JSON.parse(Buffer.from(parameter, "base64url").toString());
    return typeof sortKey === "string" && /^[0-9a-f-]{36}$/.test(id) ? { sortKey, id } : null;
  } catch {
    return null;
  }
}
