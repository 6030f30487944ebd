import { useTranslation } from "react-i18next";
import { Time } from "#app/ui/Time.tsx";

type Entry = {
  id: string;
  at: Date | string;
  accountName: string;
  action: string;
  subjectLabel: string;
  before: unknown;
  after: unknown;
};

const asFields = (value: unknown) => (value ?? {}) as Record<string, unknown>;

/** Who changed what when, newest first, with the fields before and after. */
export function History({ entries }: { entries: Entry[] }) {
  const { t } = useTranslation("audit");
  return (
    <ol className="flex flex-col divide-y divide-line">
      {entries.map((entry) => (
        <li key={entry.id} className="flex flex-col gap-1 py-2">
          <p>
            <Time at={entry.at} /> <span lang="zh">{entry.accountName}</span>{" "}
            <strong className="font-medium">{t([`action.${entry.action}`, entry.action] as never)}</strong>{" "}
            <span lang="zh">{entry.subjectLabel}</span>
          </p>
          <Changes before={asFields(entry.before)} after={asFields(entry.after)} />
        </li>
      ))}
    </ol>
  );
}

/** Only what changed: one line a field. */
function Changes({ before, after }: { before: Record<string, unknown>; after: Record<string, unknown> }) {
  const { t } = useTranslation("audit");
  const fields =
    Object.keys(before).length > 0 ? [...new Set([...Object.keys(before), ...Object.keys(after)])] : [];
  if (fields.length === 0) return null;
  return (
    <ul className="text-sm text-muted" lang="zh">
      {fields.map((field) => (
        <li key={field}>
          {t([`field.${field}`, field] as never)}：<del>{shown(before[field])}</del> →{" "}
          <ins>{shown(after[field])}</ins>
        </li>
      ))}
    </ul>
  );
}

const shown = (value: unknown) =>
  value === null || value === undefined || value === ""
    ? "—"
    : Array.isArray(value)
      ? value.join("、")
      : String(value);
