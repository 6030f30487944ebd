import { existsSync } from "node:fs";
import { join } from "node:path";
import { problem } from "./say.js";
import { readSettings } from "./settings.js";

/** The settings of this process: its environment, filled up from a .env file beside the program. @param {string} root */
export function settingsOfProcess(root) {
  const file = join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  const { settings, problems } = readSettings(process.env);
  if (!settings) throw problem("设置有误", `please correct these settings: ${problems.join("; ")}`);
  return settings;
}
