import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Day } from "#app/ui/Day.tsx";
import { Marked } from "#app/ui/Marked.tsx";
import { sides } from "./kinds.ts";
import { MonthTable } from "./MonthTable.tsx";
import type { AgreementVersion } from "./queries/agreements.server.ts";
import { TermsFacts } from "./TermsFacts.tsx";

/** Every version of the terms, the newest first; what was agreed once can always be read. */
export function VersionList({ versions, shown }: { versions: AgreementVersion[]; shown: number }) {
  const { t, i18n } = useTranslation("supply");
  return (
    <ol className="flex flex-col gap-3">
      {versions.map((version) => (
        <li key={version.number} className="rounded-card border border-line bg-surface px-4 py-3">
          <p className="font-medium">
            {t("agreement.version", { number: version.number })} · {t("agreement.effectiveOn")}{" "}
            <Day day={version.effectiveOn} />
          </p>
          {version.reason && <p lang={langOf(version.reason, i18n.language)}>{version.reason}</p>}
          <p className="text-sm text-muted">
            {t("agreement.writtenBy")} <span lang="zh">{version.writtenByName}</span>{" "}
            <Day day={version.writtenAt} />
          </p>
          <Consents version={version} />
          {version.number !== shown && (
            <details className="pt-2">
              <summary className="target flex items-center text-accent">{t("agreement.readTerms")}</summary>
              <div className="flex flex-col gap-3">
                <TermsFacts version={version} />
                <MonthTable months={version.months} />
              </div>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

function Consents({ version: { consents } }: { version: AgreementVersion }) {
  const { t } = useTranslation("supply");
  return (
    <ul className="text-sm">
      {sides.map((one) => {
        const given = consents.find(({ side }) => side === one);
        const side = t(`side.${one}`);
        return (
          <li key={one}>
            {given === undefined ? (
              t("agreement.waiting", { side })
            ) : given.onPaper ? (
              t("agreement.onPaper", { side })
            ) : (
              <Marked text={t("agreement.by", { side, name: given.accountName })} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
