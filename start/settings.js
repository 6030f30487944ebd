import { createHmac } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { resolve } from "node:path";

/**
 * The settings from environment variables: defaults filled in, an empty value counts as not set.
 * @param {Record<string, string | undefined>} vars
 */
export function readSettings(vars) {
  /** @type {string[]} */
  const problems = [];
  /** @param {string} name */
  const text = (name) => vars[name]?.trim() || undefined;
  /** @param {string} name @param {(value: string) => boolean} holds @param {string} expected */
  const check = (name, holds, expected) => {
    const value = text(name);
    if (value !== undefined && !holds(value)) problems.push(`${name}: ${expected}`);
    return value;
  };
  const isPostgres = (/** @type {string} */ url) => /^postgres(ql)?:\/\/[^\s]+$/.test(url);

  const settings = {
    PORT: Number(check("PORT", isPort, "0 … 65535") ?? 3000),
    HOST: text("HOST") ?? "127.0.0.1",
    DATABASE_URL: check("DATABASE_URL", isPostgres, "postgres://user:password@host:5432/database"),
    DATABASE_OWNER_URL: check(
      "DATABASE_OWNER_URL",
      isPostgres,
      "postgres://owner:password@host:5432/database",
    ),
    DATA_DIR: resolve(text("DATA_DIR") ?? ".data"),
    SESSION_SECRET: check("SESSION_SECRET", (secret) => secret.length >= 32, "≥ 32 个字符 characters"),
    YULIAN_SAMPLE: check("YULIAN_SAMPLE", (value) => value === "on" || value === "off", "on | off") ?? "on",
    PUBLIC_ORIGIN: check("PUBLIC_ORIGIN", isOrigin, "https://fish.example.cn")?.replace(/\/$/, ""),
    LOG_LEVEL: check("LOG_LEVEL", (value) => logLevels.includes(value), logLevels.join(" | ")) ?? "info",
    MAPBOX_ACCESS_TOKEN: text("MAPBOX_ACCESS_TOKEN"),
    TIANDITU_KEY: text("TIANDITU_KEY"),
    TIANDITU_SERVER_KEY: text("TIANDITU_SERVER_KEY"),
    TIANDITU_REVIEW_NUMBER: text("TIANDITU_REVIEW_NUMBER"),
    MAP_XYZ_URL: check("MAP_XYZ_URL", isTileAddress, "https://tiles.example.cn/{z}/{x}/{y}.png"),
    MAP_XYZ_ATTRIBUTION: text("MAP_XYZ_ATTRIBUTION"),
    MAP_PMTILES: check("MAP_PMTILES", isPmtiles, "PMTiles 3 文件的路径 path of a PMTiles 3 file"),
    MAP_PMTILES_ATTRIBUTION: text("MAP_PMTILES_ATTRIBUTION"),
  };
  if (settings.DATABASE_OWNER_URL && !settings.DATABASE_URL)
    problems.push("DATABASE_OWNER_URL: 还需要 also needs DATABASE_URL");
  return problems.length > 0 ? { problems } : { settings };
}

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];

/** @param {string} value */
const isPort = (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65535;

/** @param {string} value */
function isOrigin(value) {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return /^https?:$/.test(url?.protocol ?? "") && url?.origin === value.replace(/\/$/, "");
}

/** @param {string} value */
function isTileAddress(value) {
  const filled = value.replace("{z}", "0").replace("{x}", "0").replace("{y}", "0");
  const url = URL.canParse(filled) ? new URL(filled) : undefined;
  const isWhole = ["{z}", "{x}", "{y}"].every((part) => value.split(part).length === 2);
  return isWhole && !/[{}]/.test(filled) && /^https?:$/.test(url?.protocol ?? "") && !url?.username;
}

/**
 * Whether the file can be read and its header says: version 3, not compressed or gzip, MVT, PNG, JPEG, WebP or AVIF.
 * @param {string} path
 */
function isPmtiles(path) {
  try {
    const file = openSync(path, "r");
    try {
      const head = Buffer.alloc(127);
      readSync(file, head, 0, head.length, 0);
      const [directories = 0, tiles = 0, kind = 0] = head.subarray(97);
      const isReadable = [directories, tiles].every((compression) => compression === 1 || compression === 2);
      return head.toString("latin1", 0, 8) === "PMTiles\x03" && isReadable && kind >= 1 && kind <= 5;
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}

/**
 * Opens the page on which the first account is made, as long as there is none. Derived from the secret, so that
 * it is the same in several processes and after a restart.
 * @param {string} secret
 */
export const setupToken = (secret) =>
  createHmac("sha256", secret).update("first coordinator").digest("base64url").slice(0, 32);

/** @typedef {NonNullable<ReturnType<typeof readSettings>["settings"]>} Settings */
