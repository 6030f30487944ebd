import { createHash } from "node:crypto";

/** The same for the same content, in whatever order its fields come. What the writer confirmed is not content. */
export function bodyHash(body: Record<string, unknown>): string {
  const { accept: _, ...content } = body;
  return `\\x${createHash("sha256").update(canonical(content)).digest("hex")}`;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join()}}`;
}
