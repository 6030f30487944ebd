import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bench, spread } from "./figure.ts";
import type { Tools } from "./run.ts";
import { port, root, startServer } from "./server.ts";

const secondStarts = 3;

/** `node server.js` in a copy of the program that was never built, on a data folder that does not exist yet. */
export async function start(_tools: Tools): Promise<Bench> {
  const copy = mkdtempSync(join(tmpdir(), "yulian-bench-"));
  chmodSync(copy, 0o755); // the database's user must get in
  try {
    copyProgram(copy);
    const [first = 0, ...later] = await times(copy, 1 + secondStarts);
    const common = { bench: "start", against: "", unit: "s" } as const;
    return {
      figures: [
        {
          ...common,
          workload: "first start, packages installed: build, database, sample",
          ...spread([first]),
          target: { atMost: 120 },
        },
        { ...common, workload: "second start", ...spread(later), target: { atMost: 5 } },
      ],
    };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Seconds from the command to the block that says where the app is. */
async function times(copy: string, starts: number) {
  const seconds: number[] = [];
  for (let i = 0; i < starts; i++) {
    const server = await startServer("server.js", { cwd: copy, env: settings });
    seconds.push(server.seconds);
    await server.stop();
  }
  return seconds;
}

/** What git knows of or would take in, as it is now; the packages are those of this folder. */
function copyProgram(copy: string) {
  const list = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const file of list.split("\0").filter(Boolean))
    cpSync(join(root, file), join(copy, file), { force: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
}

const settings = {
  DATABASE_URL: "",
  DATABASE_OWNER_URL: "",
  DATA_DIR: ".data",
  HOST: "127.0.0.1",
  LOG_LEVEL: "warn",
  NODE_ENV: "",
  PORT: port(9),
  PUBLIC_ORIGIN: "",
  SESSION_SECRET: "",
  YULIAN_SAMPLE: "on",
};
