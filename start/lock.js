import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/** @typedef {{ pid: number, since: string, id: string }} Holder */

/**
 * Takes the lock of that name once nobody holds it; `onHeld` may throw instead of waiting. A lock whose process was
 * killed is taken over. Released by the returned function.
 * @param {string} path
 * @param {(holder: Holder) => void} [onHeld]
 */
export async function takeLock(path, onHeld = () => {}) {
  /** @type {Holder} */
  const mine = { pid: process.pid, since: bornAt(process.pid), id: randomUUID() };
  const draft = `${path}.${mine.id}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (;;) {
      const holder = claim(path, draft);
      if (!holder) break;
      onHeld(holder);
      await wait(200);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (read(path)?.id === mine.id) rmSync(path, { force: true });
  };
}

/**
 * Puts our draft at the path, whole from its first moment. Only whoever holds the broom named after a dead holder
 * may sweep that holder's lock away, so two that find it at once can't sweep away each other's.
 * @param {string} path @param {string} draft @returns {Holder | undefined} the living holder, if there is one
 */
function claim(path, draft) {
  for (;;) {
    try {
      linkSync(draft, path);
      return undefined;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
    const holder = read(path);
    if (!holder) continue;
    if (isAlive(holder)) return holder;
    const broom = `${path}.${holder.id}.broom`;
    const sweeper = claim(broom, draft);
    if (sweeper) return sweeper;
    if (read(path)?.id === holder.id) rmSync(path);
    rmSync(broom);
  }
}

/** @param {string} path @returns {Holder | undefined} */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/** A process number alone may have gone to another process, above all in a container that was started anew. @param {Holder} holder */
function isAlive({ pid, since }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
  return bornAt(pid) === since;
}

/** When a process began, in clock ticks since boot (field 22 of proc(5) stat); unknown outside Linux. @param {number} pid */
function bornAt(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
