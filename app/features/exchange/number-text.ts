import type { CellReason } from "./sheet.ts";

/** A double keeps 15 digits; a code of 18 typed as a number has lost its end for good. */
const exactBelow = 1e15;
/** Without the exponent JavaScript writes from 1e21 on and under 1e-6. */
const digits = new Intl.NumberFormat("en-US", { useGrouping: false, maximumFractionDigits: 20 });
const secondsPerDay = 86_400;
/** Days from 1899-12-30, day 0 of spreadsheets, to 1970-01-01. */
const epoch = 25_569;
const lastDay = 2_958_465;

export function numberText(raw: string): { text: string; reason?: CellReason } {
  const value = Number(raw);
  if (!Number.isFinite(value)) return { text: raw };
  const short = String(Number(value.toPrecision(15)));
  const text = short.includes("e") ? digits.format(Number(short)) : short;
  return Math.abs(value) >= exactBelow ? { text, reason: "digitsLost" } : { text };
}

/** 'YYYY-MM-DD', with ' HH:mm' where the cell has a time, 'HH:mm' where it has no day. */
export function dayText(raw: string, since1904: boolean): string | undefined {
  const serial = Number(raw) + (since1904 ? 1462 : 0);
  if (!(serial >= 0 && serial < lastDay + 1)) return undefined;
  // Spreadsheets believe in a 29 February 1900: before it their count is one behind.
  const days = serial < 60 && serial >= 1 ? serial + 1 : serial;
  const iso = new Date(Math.round((days - epoch) * secondsPerDay) * 1000).toISOString();
  const time = iso.slice(11, 16);
  if (serial < 1) return time;
  return time === "00:00" ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}

// ECMA-376 part 1, 18.8.30: 14–22 and 45–47 everywhere, 27–36 and 50–58 in Chinese, Japanese and Korean.
const builtInDays = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

export function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDays.some(([from, to]) => id >= from && id <= to);
  // Quoted text, escaped characters, padding and conditions like [Red] say nothing about the kind.
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  return /[ymdhs]/i.test(bare);
}
