import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { takeLock } from "./lock.js";
import { problem } from "./say.js";

/**
 * Makes the data folder if need be and holds it: two servers on one folder would be two databases on the same files.
 * @param {string} folder
 */
export async function holdDataFolder(folder) {
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw problem(`数据目录不可写 ${folder}`, `the data folder can't be written (${code}); see DATA_DIR`);
  }
  return takeLock(join(folder, "lock"), ({ pid }) => {
    throw problem(
      `数据目录已在使用 ${folder}`,
      `another Yulian (process ${pid}) runs on this data folder; see DATA_DIR`,
    );
  });
}

/** With its parents; Node's own `recursive` never returns where the system says ENOENT, as under /proc. @param {string} folder */
export function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
  }
}

/** The secret that was made at the first start. @param {string} folder */
export function keptSecret(folder) {
  const file = join(folder, "session-secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}
