import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * postgres.js 3.4.9 handles a lost connection wrongly (porsager/postgres issues 1154 and 1208): what waits to be
 * written is neither dropped nor sent, so that it ends the process or mutes the connection for good, and a connection
 * lost while it was reserved goes back into the pool as if it were open. Until a release has it, the package is mended
 * where it is installed; docs/decisions/0008.
 * @type {Record<string, [from: string, to: string][]>}
 */
const edits = {
  "connection.js": [
    ["        return fetchArrayTypes()\n", "        return fetchArrayTypes().catch(() => {})\n"],
    [
      "    const x = socket.write(chunk, fn)\n    nextWriteTimer !== null && clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n",
      "    nextWriteTimer !== null && clearImmediate(nextWriteTimer)\n    const x = socket ? socket.write(chunk, fn) : false\n    chunk = nextWriteTimer = null\n",
    ],
    ["    terminated = true\n", "    terminated = true\n    chunk = null\n"],
    [
      "    clearImmediate(nextWriteTimer)\n    socket.removeListener('data', data)\n",
      "    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    socket.removeListener('data', data)\n",
    ],
    [
      "    if (terminated)\n      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))\n",
      "    if (terminated)\n      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))\n    if (!socket)\n      return queryError(q, Errors.connection('CONNECTION_CLOSED', options))\n",
    ],
  ],
};

const folder = join(import.meta.dirname, "../node_modules/postgres/src");
for (const [file, pairs] of Object.entries(edits)) {
  const path = join(folder, file);
  let text = readFileSync(path, "utf8");
  for (const [from, to] of pairs) {
    if (text.includes(to)) continue;
    if (text.split(from).length !== 2)
      throw new Error(`${path} is not the text that was to be mended: ${from}`);
    text = text.replace(from, () => to);
  }
  writeFileSync(path, text);
}
