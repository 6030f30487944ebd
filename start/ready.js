import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { build, isBuilt } from "./build.js";
import { install, isInstalled } from "./install.js";
import { takeLock } from "./lock.js";
import { step, warn } from "./say.js";

/**
 * Packages installed and the app built, where either is out of date; one start or test run at a time.
 * @param {string} root @param {{ built?: boolean }} [options]
 */
export async function makeReady(root, { built = true } = {}) {
  mkdirSync(join(root, "build"), { recursive: true });
  let waiting = false;
  const release = await takeLock(join(root, "build/lock"), ({ pid }) => {
    if (!waiting) warn(`等待另一次构建 Waiting for the build of process ${pid}`);
    waiting = true;
  });
  try {
    if (!isInstalled(root)) await step("安装依赖 Installing packages", () => install(root));
    if (built && !isBuilt(root)) await step("构建 Building", () => build(root));
  } finally {
    release();
  }
}

if (import.meta.filename === process.argv[1]) await makeReady(process.cwd());
