import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Link } from "#app/ui/Link.tsx";
import { Time } from "#app/ui/Time.tsx";
import { addressOf } from "./address.ts";
import { type Changed, Changes } from "./Changes.tsx";

type Entry = Changed & {
  id: string;
  at: Date | string;
  accountId: string | null;
  accountName: string;
  action: string;
  subjectId: string;
  subjectLabel: string;
  organizationId: string | null;
};

/** Who changed what when, newest first, with the fields before and after. */
export function History({ entries, linked = false }: { entries: Entry[]; linked?: boolean }) {
  const { t, i18n } = useTranslation("audit");
  return (
    <ol className="flex flex-col divide-y divide-line">
      {entries.map((entry) => {
        const address = linked ? addressOf(entry) : undefined;
        const label = <span lang={langOf(entry.subjectLabel, i18n.language)}>{entry.subjectLabel}</span>;
        return (
          <li key={entry.id} className="grid gap-x-4 gap-y-0.5 py-2.5 md:grid-cols-[9.5rem_minmax(0,1fr)]">
            <span className="text-sm text-muted">
              <Time at={entry.at} />
            </span>
            <div className="flex min-w-0 flex-col gap-1">
              <p>
                {entry.accountId === null ? (
                  t("program")
                ) : (
                  <span lang={langOf(entry.accountName, i18n.language)}>{entry.accountName}</span>
                )}{" "}
                <strong className="font-medium">{t(`action.${entry.action}` as "program")}</strong>{" "}
                {address ? <Link to={address}>{label}</Link> : label}
              </p>
              <Changes entry={entry} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}
