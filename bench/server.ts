import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

export const root = resolve(import.meta.dirname, "..");
const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** A server in a process of its own, once it has printed the address it listens at. */
export async function startServer(
  script: string,
  { env, cwd = root, args = [] }: { env: Record<string, string>; cwd?: string; args?: string[] },
) {
  const begun = performance.now();
  const child = spawn(process.execPath, [...args, script], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const said: string[] = [];
  child.stderr.on("data", (text) => said.push(String(text)));
  const ended = once(child, "exit").finally(() => running.delete(child));
  const url = await new Promise<string>((found, failed) => {
    createInterface(child.stdout).on("line", (line) => {
      said.push(line);
      const address = line.match(/http:\/\/[\w.:]+/)?.[0];
      if (address) found(address);
    });
    ended.then(() => failed(new Error(`${script} ended early\n${said.join("\n")}`)), failed);
  });
  return {
    url,
    seconds: (performance.now() - begun) / 1000,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** The first port of the range the benches keep to. */
export const port = (offset: number) => String(4170 + offset);

/** The built app as `npm start` serves it, without what the start does before. */
export const startApp = (databaseUrl: string, listenAt: string) =>
  startServer("bench/servers/app.js", {
    env: { ...appEnvironment(databaseUrl), PORT: listenAt },
  });

const sessionSecret = "secret of the benches, and of nothing else";

/** Set even where empty: a .env file of the clone has no say in the benches. */
export const appEnvironment = (databaseUrl: string) => ({
  NODE_ENV: "production",
  DATABASE_URL: databaseUrl,
  DATABASE_OWNER_URL: "",
  SESSION_SECRET: sessionSecret,
  PUBLIC_ORIGIN: "",
  LOG_LEVEL: "warn",
});
