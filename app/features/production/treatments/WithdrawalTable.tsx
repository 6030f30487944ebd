import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Day } from "#app/ui/Day.tsx";
import { Link } from "#app/ui/Link.tsx";
import type { OpenWithdrawal } from "./queries/withdrawals.server.ts";
import { expectedWords, termWords } from "./withdrawal-words.ts";

type WithdrawalTableProps = { withdrawals: (OpenWithdrawal & { drug: string | null })[]; mayHold: boolean };

/** Lots in withdrawal, with how much of it is over and when they are likely fit. */
export function WithdrawalTable({ withdrawals, mayHold }: WithdrawalTableProps) {
  const { t, i18n } = useTranslation(["treatments", "common", "production"]);
  const number = (value: number) => formatNumber(value, i18n.language);
  if (withdrawals.length === 0) return <p className="text-muted">{t("withdrawals.none")}</p>;
  return (
    <DataTable
      caption={t("withdrawals.open")}
      rows={withdrawals}
      rowKey={({ lotId, eventId }) => lotId + eventId}
      columns={[
        {
          key: "lot",
          label: t("field.lot"),
          heading: true,
          cell: ({ lotCode }) => <Link to={`/lots/${lotCode}`}>{lotCode}</Link>,
        },
        {
          key: "expected",
          label: t("withdrawals.expected"),
          cell: ({ expectedFrom, expectedTo }) => expectedWords({ from: expectedFrom, to: expectedTo }, t),
        },
        {
          key: "site",
          label: t("withdrawals.site"),
          wrap: true,
          cell: ({ siteId, siteName, operatorName }) => (
            <span lang="zh">
              <Link to={`/sites/${siteId}`}>{siteName}</Link>
              <span className="block text-muted">{operatorName}</span>
            </span>
          ),
        },
        {
          key: "species",
          label: t("withdrawals.species"),
          cell: (row) => (i18n.language === "en" ? row.speciesEn : row.speciesZh),
        },
        {
          key: "drug",
          label: t("field.drug"),
          wrap: true,
          cell: ({ drug, lastDoseOn }) => (
            <>
              {drug}
              <span className="block text-muted">
                {t("withdrawals.lastDose")} <Day day={lastDoseOn} />
              </span>
            </>
          ),
        },
        {
          key: "reached",
          label: t("withdrawals.reached"),
          align: "end",
          cell: ({ reached, degreeDays, days, countedTo }) => (
            <>
              {degreeDays === null
                ? termWords({ degreeDays, days }, t)
                : t("withdrawals.reachedOf", { reached: number(reached), degreeDays: number(degreeDays) })}
              {countedTo && (
                <span className="block text-muted">
                  {t("withdrawals.countedTo")} <Day day={countedTo} />
                </span>
              )}
            </>
          ),
        },
        ...(mayHold
          ? [
              {
                key: "hold",
                label: t("hold.title"),
                cell: ({ lotId }: OpenWithdrawal) => (
                  <Link to={`/holds/new?lot=${lotId}`}>{t("hold.place")}</Link>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
