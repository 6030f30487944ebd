import type { TFunction } from "i18next";
import { formatMu, formatNumber, formatQuantity, formatTime, toMu, unitWord } from "#app/i18n/format.ts";
import type { Changed } from "./Changes.tsx";
import { auditedFields } from "./fields.ts";
import type { SubjectKind } from "./subjects.ts";

/** Reads what the log stores in the reader's language. */
export function auditReader(
  { subjectKind, names }: Pick<Changed, "subjectKind" | "names">,
  { t, language }: { t: TFunction<"common">; language: string },
) {
  const fields = auditedFields[subjectKind as SubjectKind] ?? {};
  // The table of fields names the keys; a test holds every one of them to the messages.
  const say = (key: string) => t(key as "name");
  const one = (field: string, value: unknown): string => {
    const meaning = fields[field];
    switch (meaning?.as) {
      case "word":
        return say(`${meaning.words}.${value}`);
      case "name": {
        const found = names[String(value)];
        return (language === "en" && found?.nameEn) || found?.name || String(value);
      }
      case "something":
        return say(meaning.words);
      case "yesNo":
        return t(value ? "yes" : "no");
      case "mu":
        return `${formatMu(Number(value), language)} ${unitWord("mu", toMu(Number(value)), language)}`;
      case "measure":
        return formatQuantity(Number(value), meaning.unit, language, 2);
      case "number":
        return formatNumber(Number(value), language);
      case "instant":
        return formatTime(String(value));
      default:
        return String(value);
    }
  };
  return {
    label: (field: string) => (fields[field] ? say(fields[field].label) : field),
    value: (field: string, value: unknown) =>
      value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)
        ? "—"
        : (Array.isArray(value) ? value : [value]).map((each) => one(field, each)).join(t("comma")),
  };
}
