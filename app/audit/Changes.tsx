import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import type { Names } from "./names.server.ts";
import { auditReader } from "./reader.ts";

export type Changed = { subjectKind: string; before: unknown; after: unknown; names: Names };

/** Only what changed, one line a field; of what is new all of it, folded away. */
export function Changes({ entry }: { entry: Changed }) {
  const { t, i18n } = useTranslation("audit");
  const { t: say } = useTranslation("common");
  const read = auditReader(entry, { t: say, language: i18n.language });
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
