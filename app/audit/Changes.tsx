import { useTranslation } from "react-i18next";
import { formatMu, formatNumber, formatQuantity, formatTime, toMu, unitWord } from "#app/i18n/format.ts";
import { langOf } from "#app/i18n/language.ts";
import { auditedFields } from "./fields.ts";
import type { Names } from "./names.server.ts";
import type { SubjectKind } from "./subjects.ts";

export type Changed = { subjectKind: string; before: unknown; after: unknown; names: Names };

/** Only what changed, one line a field; of what is new all of it, folded away. */
export function Changes({ entry }: { entry: Changed }) {
  const { t, i18n } = useTranslation("audit");
  const read = useReader(entry);
  const before = entry.before as Record<string, unknown> | null;
  const after = (entry.after ?? {}) as Record<string, unknown>;
  const fields = Object.keys({ ...before, ...after });
  if (fields.length === 0) return null;
  const value = (field: string, stored: unknown) => {
    const said = read.value(field, stored);
    return <span lang={langOf(said, i18n.language)}>{said}</span>;
  };
  const list = (
    <ul className="text-sm">
      {fields.map((field) => (
        <li key={field} className="flex flex-wrap gap-x-2">
          <span className="text-muted">{read.label(field)}</span>
          {before && (
            <>
              <del className="text-muted">{value(field, before[field])}</del>
              <span aria-hidden="true">→</span>
            </>
          )}
          <ins className="no-underline">{value(field, after[field])}</ins>
        </li>
      ))}
    </ul>
  );
  if (before) return list;
  return (
    <details>
      <summary className="text-sm text-accent">{t("contents", { count: fields.length })}</summary>
      {list}
    </details>
  );
}

/** Reads what the log stores in the reader's language. */
function useReader({ subjectKind, names }: Changed) {
  const { t, i18n } = useTranslation("common");
  const language = i18n.language;
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
