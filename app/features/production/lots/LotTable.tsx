import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { type Column, DataTable } from "#app/ui/DataTable.tsx";
import { Link } from "#app/ui/Link.tsx";
import { StatusBadge } from "#app/ui/StatusBadge.tsx";
import type { ListedLot } from "../queries/list-lots.server.ts";
import { MassText } from "./MassText.tsx";
import { TrustBadge } from "./TrustBadge.tsx";

type LotTableProps = {
  caption: string;
  lots: ListedLot[];
  today: string;
  /** also where each is; on the page of its site that is said already */
  where?: boolean;
};

export function LotTable({ caption, lots, today, where = true }: LotTableProps) {
  const { t, i18n } = useTranslation("production");
  const language = i18n.language;
  const places: Column<ListedLot>[] = [
    {
      key: "site",
      label: t("lot.site"),
      cell: (lot) => (
        <Link to={`/sites/${lot.siteId}`} lang="zh">
          {lot.siteName}
        </Link>
      ),
    },
    {
      key: "operator",
      label: t("lot.operator"),
      phone: "hidden",
      cell: (lot) => (
        <Link to={`/members/${lot.operatorId}`} lang="zh">
          {lot.operatorName}
        </Link>
      ),
    },
  ];
  return (
    <DataTable
      caption={caption}
      rows={lots}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "code",
          label: t("lot.code"),
          heading: true,
          cell: ({ code }) => <Link to={`/lots/${code}`}>{code}</Link>,
        },
        {
          key: "species",
          label: t("lot.species"),
          cell: (lot) => (language.startsWith("zh") ? lot.speciesZh : lot.speciesEn),
        },
        {
          key: "form",
          label: t("lot.formLabel"),
          cell: (lot) => (
            <>
              {t(`form.${lot.form}`)}{" "}
              {lot.isWithheld && <StatusBadge status="withheld">{t("lot.withheldMark")}</StatusBadge>}
            </>
          ),
        },
        ...(where ? places : []),
        {
          key: "count",
          label: t("lot.count"),
          align: "end",
          cell: ({ count }) => count !== null && formatNumber(count, language),
        },
        {
          key: "mean",
          label: t("lot.mean"),
          align: "end",
          cell: ({ count, massG }) =>
            count ? (
              <>
                {formatNumber(massG / count, language, massG / count < 100 ? 1 : 0)}{" "}
                <span className="text-muted">{t("lot.grams")}</span>
              </>
            ) : null,
        },
        { key: "mass", label: t("lot.mass"), align: "end", cell: ({ massG }) => <MassText grams={massG} /> },
        {
          key: "weighed",
          label: t("lot.weighed"),
          cell: ({ form, lastWeighedAt }) =>
            form === "farmed" && (
              <TrustBadge lastWeighedOn={lastWeighedAt && formatDay(lastWeighedAt)} today={today} />
            ),
        },
      ]}
    />
  );
}
