import { formatTime } from "#app/i18n/format.ts";
import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";

type ConflictNoticeProps = {
  /** The value as a person reads it. */
  changes: { name: string; label: string; mine: string; theirs: string }[];
  /** Who wrote the other values, where the reader may know, and when. */
  last?: { name: string | null; at: Date | string };
};

/** An edit met a newer version: both values of every field that differs. What was typed stays in the form below. */
export function ConflictNotice({ changes, last }: ConflictNoticeProps) {
  const { t, i18n } = useTranslation();
  return (
    <section
      role="alert"
      className="flex flex-col gap-2 rounded-control border-s-4 border-due bg-due-soft px-4 py-3"
    >
      <h2 className="font-semibold">{t("conflict.title")}</h2>
      {last && (
        <p>
          <span lang={langOf(last.name ?? "", i18n.language)}>{last.name ?? t("conflict.somebody")}</span>
          {t("conflict.changedAt", { time: formatTime(last.at) })}
        </p>
      )}
      <p>{t("conflict.explain")}</p>
      <div className="overflow-x-auto rounded-card bg-surface">
        <table className="data-table">
          <caption className="sr-only">{t("conflict.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("conflict.field")}</th>
              <th scope="col">{t("conflict.mine")}</th>
              <th scope="col">{t("conflict.theirs")}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ name, label, mine, theirs }) => (
              <tr key={name}>
                <th scope="row">{label}</th>
                <td data-wrap lang={langOf(mine, i18n.language)}>
                  {mine || "—"}
                </td>
                <td data-wrap lang={langOf(theirs, i18n.language)}>
                  {theirs || "—"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
