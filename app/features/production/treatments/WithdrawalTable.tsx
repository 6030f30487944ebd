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
          cell: ({ lotCode }) => lotCode,
        },
        {
          key: "expected",
          label: t("withdrawals.expected"),
          cell: ({ expectedFrom, expectedTo }) => expectedWords({ from: expectedFrom, to: expectedTo }, t),
        },
        {
          key: "site",
          label: t("withdrawals.site"),
          cell: ({ siteId, siteName }) => (
            <Link to={`/sites/${siteId}`} lang="zh">
              {siteName}
            </Link>
          ),
        },
        {
          key: "operator",
          label: t("withdrawals.operator"),
          cell: ({ operatorName }) => <span lang="zh">{operatorName}</span>,
        },
        {
          key: "species",
          label: t("withdrawals.species"),
          cell: (row) => (i18n.language === "en" ? row.speciesEn : row.speciesZh),
        },
        {
          key: "drug",
          label: t("field.drug"),
          cell: ({ drug }) => drug,
        },
        {
          key: "last",
          label: t("withdrawals.lastDose"),
          cell: ({ lastDoseOn }) => <Day day={lastDoseOn} />,
        },
        {
          key: "reached",
          label: t("withdrawals.reached"),
          align: "end",
          cell: ({ reached, degreeDays, days }) =>
            degreeDays === null
              ? termWords({ degreeDays, days }, t)
              : t("withdrawals.reachedOf", { reached: number(reached), degreeDays: number(degreeDays) }),
        },
        {
          key: "counted",
          label: t("withdrawals.countedTo"),
          cell: ({ countedTo }) => countedTo && <Day day={countedTo} />,
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
