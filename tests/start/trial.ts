import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { stopDatabase } from "../../start/database.js";

const root = resolve(import.meta.dirname, "../..");

/** A free port, and a data folder of its own that is taken away with whatever still runs on it. */
export async function trial() {
  const dataDir = mkdtempSync(join(tmpdir(), "yulian-start-"));
  chmodSync(dataDir, 0o755);
  const children: ReturnType<typeof spawn>[] = [];
  const port = await freePort();

  return {
    dataDir,
    port,
    address: `http://127.0.0.1:${port}`,
    databaseFolder: (): string => JSON.parse(readFileSync(join(dataDir, "postgres.json"), "utf8")).folder,

    /** The real start, empty unless asked otherwise; nothing of a .env file reaches it. */
    start(vars: Record<string, string> = {}) {
      const child = spawn(process.execPath, ["server.js"], {
        cwd: root,
        env: {
          ...process.env,
          NODE_ENV: "production",
          PORT: String(port),
          HOST: "",
          DATA_DIR: dataDir,
          DATABASE_URL: "",
          DATABASE_OWNER_URL: "",
          SESSION_SECRET: "",
          PUBLIC_ORIGIN: "",
          LOG_LEVEL: "error",
          YULIAN_SAMPLE: "off",
          ...vars,
        },
      });
      children.push(child);
      let out = "";
      let errors = "";
      child.stdout.on("data", (chunk) => {
        out += chunk;
      });
      child.stderr.on("data", (chunk) => {
        errors += chunk;
      });
      const ended = new Promise<{ code: number | null; out: string; errors: string }>((end) => {
        child.on("close", (code) => end({ code, out, errors }));
      });
      const ready = new Promise<string>((found, failed) => {
        child.stdout.on("data", () => out.includes("Ctrl-C") && found(out));
        ended.then(() => failed(new Error(`the start ended: ${out}${errors}`)));
      });
      ready.catch(() => {});
      return { pid: child.pid as number, ready, ended, kill: (signal: NodeJS.Signals) => child.kill(signal) };
    },

    async close() {
      for (const child of children) child.kill("SIGKILL");
      try {
        await stopDatabase(this.databaseFolder());
      } catch {
        // never came to a database
      }
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const freePort = () =>
  new Promise<number>((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
