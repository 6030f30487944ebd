import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Day } from "#app/ui/Day.tsx";
import type { Line } from "./record-lines.ts";

/** 养殖生产记录; the columns are remembered. */
export function ProductionRecord({ lines }: { lines: Line[] }) {
  const { t, i18n } = useTranslation(["treatments", "production", "common"]);
  if (lines.length === 0) return <p className="text-muted">{t("records.none")}</p>;
  const number = (value: number, decimals = 0) => formatNumber(value, i18n.language, decimals, true);
  return (
    <DataTable
      caption={t("records.production")}
      phone="scroll"
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "day",
          label: t("records.day"),
          heading: true,
          cell: ({ occurredAt, fromOn, toOn }) =>
            fromOn && toOn && fromOn !== toOn ? (
              <>
                <Day day={fromOn} />–<Day day={toOn} />
              </>
            ) : (
              <Day day={occurredAt} />
            ),
        },
        { key: "what", label: t("records.what"), cell: ({ kind }) => t(`production:kind.${kind}`) },
        {
          key: "species",
          label: t("records.species"),
          cell: ({ species }) => species && <span lang="zh">{species}</span>,
        },
        {
          key: "count",
          label: t("records.count"),
          align: "end",
          cell: ({ count }) => count !== null && number(count),
        },
        {
          key: "mass",
          label: t("records.mass"),
          align: "end",
          cell: ({ massG, meanG }) =>
            massG !== null
              ? number(massG / 1000, 2)
              : meanG !== null && t("production:lot.meanOf", { mean: number(meanG, 1) }),
        },
        {
          key: "detail",
          label: t("records.detail"),
          wrap: true,
          cell: ({ feed, purpose, typed }) => (
            <>
              {feed && t(`production:feed.${feed}`)} {purpose && t(`production:purpose.${purpose}`)}{" "}
              <span lang="zh">{typed.join(t("common:comma"))}</span>
            </>
          ),
        },
        {
          key: "by",
          label: t("records.by"),
          cell: ({ by, onBehalf }) => (
            <span lang="zh">{onBehalf ? t("records.onBehalf", { name: by }) : by}</span>
          ),
        },
      ]}
    />
  );
}
