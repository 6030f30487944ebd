import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.js";

/**
 * Whether node_modules holds what package-lock.json asks for, by content: npm leaves its own account of what it
 * installed. Times of files mean nothing after a clone.
 * @param {string} root
 */
export function isInstalled(root) {
  const account = join(root, "node_modules/.package-lock.json");
  if (!existsSync(account)) return false;
  const wanted = packagesOf(join(root, "package-lock.json"));
  const present = packagesOf(account);
  return Object.entries(wanted).every(([path, { version, integrity, optional, devOptional }]) => {
    const found = present[path];
    if (path === "" || (!found && (optional || devOptional))) return true; // optional: for another platform
    return found?.version === version && found?.integrity === integrity;
  });
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }>}
 */
const packagesOf = (lockFile) => JSON.parse(readFileSync(lockFile, "utf8")).packages;

/** NODE_ENV=production would leave out what builds the app. @param {string} root */
export function install(root) {
  const npm = process.env.npm_execpath?.endsWith(".js")
    ? [process.execPath, process.env.npm_execpath]
    : ["npm"];
  return run([...npm, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    failed: ["依赖安装失败", "npm could not install the packages"],
  });
}
