import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Day } from "#app/ui/Day.tsx";
import { Link } from "#app/ui/Link.tsx";
import type { ListedSettlement } from "./queries/settlements.server.ts";
import { StandingBadge } from "./StandingBadge.tsx";
import { formatYuan } from "./YuanText.tsx";

export function SettlementTable({ settlements }: { settlements: ListedSettlement[] }) {
  const { t, i18n } = useTranslation("settlement");
  const money = (fen: number) => formatYuan(fen, i18n.language);
  return (
    <DataTable
      caption={t("title")}
      rows={settlements}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "code",
          label: t("code"),
          heading: true,
          cell: ({ id, code }) => <Link to={`/settlements/${id}`}>{code}</Link>,
        },
        {
          key: "period",
          label: t("period"),
          cell: ({ fromOn, toOn }) => (
            <>
              <Day day={fromOn} /> – <Day day={toOn} />
            </>
          ),
        },
        {
          key: "standing",
          label: t("standingLabel"),
          cell: ({ standing }) => <StandingBadge standing={standing} />,
        },
        {
          key: "supplier",
          label: t("supplier"),
          wrap: true,
          cell: ({ supplierName }) => <span lang="zh">{supplierName}</span>,
        },
        {
          key: "buyer",
          label: t("buyer"),
          wrap: true,
          cell: ({ buyerName }) => <span lang="zh">{buyerName}</span>,
        },
        { key: "payable", label: t("payable"), align: "end", cell: ({ payableFen }) => money(payableFen) },
        { key: "paid", label: t("paid"), align: "end", cell: ({ paidFen }) => money(paidFen) },
        {
          key: "carried",
          label: t("carriedOver"),
          align: "end",
          cell: ({ carriedOverFen }) => carriedOverFen < 0 && money(carriedOverFen),
        },
      ]}
    />
  );
}
