import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/**
 * The PostgreSQL that runs on a data folder, by its own postmaster.pid; undefined when none does.
 * @param {string} folder
 */
export function runningDatabase(folder) {
  let lines;
  try {
    lines = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!isPostgres(pid)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/** The process number may have gone to another program since. @param {number} pid */
function isPostgres(pid) {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "postgres" && !isZombie(pid);
  } catch {
    return false;
  }
}

/** Ended, but not yet collected by its parent. @param {number} pid */
const isZombie = (pid) => readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.startsWith("Z");

/** Stops the server on a data folder without waiting for its clients, and returns when it has ended. @param {string} folder */
export async function stopDatabase(folder) {
  const running = runningDatabase(folder);
  if (!running) return;
  process.kill(running.pid, "SIGINT"); // PostgreSQL's fast shutdown
  while (isPostgres(running.pid)) await wait(20);
}
