import { chinaDay } from "./day.ts";
import { type Unit, units } from "./units.ts";

/** 1 mu 亩 = 10,000/15 m². */
const squareMetresPerMu = 10_000 / 15;

export const toMu = (squareMetres: number) => squareMetres / squareMetresPerMu;
export const fromMu = (mu: number) => mu * squareMetresPerMu;

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Thousands separated, rounded half up; `decimals` is exact unless `trim` lets trailing zeros go. */
export function formatNumber(value: number, language: string, decimals = 0, trim = false): string {
  const key = `${language}/${decimals}/${trim}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language, {
      minimumFractionDigits: trim ? 0 : decimals,
      maximumFractionDigits: decimals,
    });
    numberFormats.set(key, format);
  }
  return format.format(value);
}

/** The word after a number: 口, "pond", "ponds". */
export function unitWord(unit: Unit, count: number, language: string): string {
  const [zh, en] = units[unit];
  if (language.startsWith("zh")) return zh;
  return typeof en === "string" ? en : count === 1 ? en[0] : en[1];
}

/** "260 口", "260 ponds"; a sign such as % or ℃ stands close to its number. */
export function formatQuantity(value: number, unit: Unit, language: string, decimals = 0): string {
  const gap = unit === "percent" || unit === "degree" ? "" : " ";
  return `${formatNumber(value, language, decimals)}${gap}${unitWord(unit, value, language)}`;
}

/** Mu with one decimal, from square metres. */
export const formatMu = (squareMetres: number, language: string) =>
  formatNumber(toMu(squareMetres), language, 1);

/** Cubic metres with at most one decimal. */
export const formatVolume = (cubicMetres: number, language: string) =>
  formatNumber(cubicMetres, language, 1, true);

/** From a ratio: 0.278 is "27.8%". */
export const formatPercent = (ratio: number, language: string, decimals = 1) =>
  formatQuantity(ratio * 100, "percent", language, decimals);

const chinaClock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
});

/** A day stays as it is; of an instant, its day in China. */
export const formatDay = (value: Date | string) =>
  typeof value === "string" && value.length === 10 ? value : chinaDay(new Date(value));

/** "2026-03-15 14:05" in China's time. */
export const formatTime = (instant: Date | string) =>
  `${formatDay(instant)} ${chinaClock.format(new Date(instant))}`;

const fileUnits = ["B", "kB", "MB", "GB"] as const;

/** Sizes in steps of 1,000, as the file managers of phones show them. */
export function formatFileSize(bytes: number, language: string): string {
  let step = 0;
  let size = bytes;
  while (size >= 999.5 && step < fileUnits.length - 1) {
    size /= 1000;
    step += 1;
  }
  return `${formatNumber(size, language, size < 10 && step > 0 ? 1 : 0, true)} ${fileUnits[step]}`;
}
