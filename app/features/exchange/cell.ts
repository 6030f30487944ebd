import type { Column, Language, Reading } from "./column.ts";
import { clearWord } from "./sheet-wording.ts";

/** The longest word below, with spaces around it; longer cells need no look. */
const longestMark = 10;

/** People write a dash for "nothing to say"; it must never wipe out a record. */
const blank = /^[-–—―/]*$/;

export function isBlank(text: string) {
  return text.length <= longestMark && blank.test(text.normalize("NFKC").trim());
}

/** Only a word that can't be there by accident empties a field. */
export function isClear(text: string) {
  if (text.length > longestMark) return false;
  const word = text.normalize("NFKC").trim().toLowerCase();
  return word === clearWord.zh || word === clearWord.en;
}

/** One spelling for each value, so that 12.50 typed over 12.5 is no change. */
export function readCell(column: Column, text: string): Reading {
  const plain = text.normalize("NFKC").trim();
  switch (column.form) {
    case "text":
      return { value: text.replace(/\r\n?/g, "\n").trim() };
    case "code":
      return { value: plain.replace(/^'/, "").replace(/\s/g, "") };
    case "number":
      return readNumber(plain);
    case "day":
      return readDay(plain);
    case "choice":
      return readChoice(column, text);
    case "choices":
      return readChoices(column, text);
    case "reference":
      return column.reference?.read(plain) ?? { value: plain };
  }
}

/** A stored value as a person reads it. */
export function showCell(column: Column, value: string, language: Language): string {
  const shown = (one: string) => column.options?.find((option) => option.value === one)?.[language] ?? one;
  if (column.form === "choices")
    return value
      .split(",")
      .map(shown)
      .join(language === "zh" ? "、" : ", ");
  return column.reference && value ? column.reference.show(value) : shown(value);
}

/** Longer than any number here; keeps the patterns below from working hard on a hostile cell. */
const longestNumber = 40;

function readNumber(text: string): Reading {
  if (text.length > longestNumber) return { problem: "notANumber" };
  const bare = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
  const parts = /^([+-]?)0*(\d+?)(?:\.(\d*?)0*)?$/.exec(bare);
  if (!parts) return { problem: "notANumber" };
  const [, sign, whole = "", fraction] = parts;
  const size = fraction ? `${whole}.${fraction}` : whole;
  return { value: sign === "-" && size !== "0" ? `-${size}` : size };
}

function readDay(text: string): Reading {
  const parts =
    /^(\d{4})([-/.年])(\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(text) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(text);
  if (!parts) return { problem: "notADay" };
  const [, year, , month = "", day = ""] = parts;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  if (!exists) return { problem: "notADay" };
  return { value: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` };
}

function readChoice(column: Column, text: string): Reading {
  const wanted = spelling(text);
  const option = column.options?.find(({ value, zh, en, also = [] }) =>
    [value, zh, en, ...also].some((word) => spelling(word) === wanted),
  );
  return option ? { value: option.value } : { problem: "notAChoice" };
}

/** In the order of the options, each once: another order is no change. */
function readChoices(column: Column, text: string): Reading {
  const chosen = new Set<string>();
  for (const part of text.split(/[、,，;；\n]/).filter((one) => one.trim() !== "")) {
    const reading = readChoice(column, part);
    if ("problem" in reading) return { ...reading, quoted: part.trim() };
    chosen.add(reading.value);
  }
  const values = (column.options ?? []).map(({ value }) => value).filter((value) => chosen.has(value));
  return { value: values.join(",") };
}

function spelling(text: string) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]/g, "");
}
