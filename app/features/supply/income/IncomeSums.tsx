import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Link } from "#app/ui/Link.tsx";
import { formatYuan } from "../settlement/YuanText.tsx";
import type { IncomeSum } from "./queries/income.server.ts";

/** By year and kind; a year leads to its income one by one. */
export function IncomeSums({ sums }: { sums: IncomeSum[] }) {
  const { t, i18n } = useTranslation("income");
  const money = (fen: number) => formatYuan(fen, i18n.language);
  return (
    <DataTable
      caption={t("sums")}
      rows={sums}
      rowKey={({ year, kind }) => year + kind}
      phone="scroll"
      columns={[
        { key: "year", label: t("year"), cell: ({ year }) => <Link to={`?year=${year}`}>{year}</Link> },
        { key: "kind", label: t("kindLabel"), heading: true, cell: ({ kind }) => t(`kind.${kind}`) },
        { key: "village", label: t("village"), align: "end", cell: ({ villageFen }) => money(villageFen) },
        {
          key: "households",
          label: t("households"),
          align: "end",
          cell: ({ householdsFen }) => money(householdsFen),
        },
        {
          key: "count",
          label: t("householdCount"),
          align: "end",
          cell: ({ households }) => formatNumber(households, i18n.language),
        },
        {
          key: "total",
          label: t("total"),
          align: "end",
          cell: ({ villageFen, householdsFen }) => money(villageFen + householdsFen),
        },
      ]}
    />
  );
}
