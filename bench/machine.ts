import { execFileSync } from "node:child_process";
import { arch, cpus, loadavg, platform, release, totalmem } from "node:os";
import { root } from "./server.ts";

const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();

/** Which program ran where: a figure without it says nothing. */
export function describeMachine({ postgres }: { postgres: string }) {
  const changed =
    git("status", "--porcelain", "--", "app", "db", "start", "bench", "package-lock.json") !== "";
  const [cpu] = cpus();
  return {
    day: new Date().toISOString().slice(0, 10),
    commit: `${git("rev-parse", "--short=10", "HEAD")}${changed ? ", with changes not committed" : ""}`,
    cpu: `${cpu?.model.trim() || "unknown"}, ${cpus().length} cores`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
    postgres,
    /** Of the minute before; a quiet machine has little more than 0. */
    load: (loadavg()[0] ?? 0).toFixed(2),
  };
}
