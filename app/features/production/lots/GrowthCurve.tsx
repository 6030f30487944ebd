import { ChartFigure } from "#app/charts/ChartFigure.tsx";
import type { Chart } from "#app/charts/chart.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Card } from "#app/ui/Card.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Section } from "#app/ui/Section.tsx";
import type { CurvePoint } from "../growth/growth-curve.ts";

type GrowthCurveProps = {
  /** undefined before the first weighing */
  growth: { title: string; chart: Chart } | undefined;
  /** the figures behind it, where they are asked for */
  points: CurvePoint[] | undefined;
};

export function GrowthCurve({ growth, points }: GrowthCurveProps) {
  const { t } = useTranslation("production");
  return (
    <Section
      title={t("lot.curve")}
      actions={
        growth && (
          <ButtonLink to={{ search: points ? "" : "?table=1" }} preventScrollReset>
            {t(points ? "curve.hideTable" : "curve.table")}
          </ButtonLink>
        )
      }
    >
      {growth ? (
        <div className="max-w-4xl">
          <ChartFigure {...growth} />
        </div>
      ) : (
        <p className="text-muted">{t("curve.none")}</p>
      )}
      {growth && points && (
        <Card flush>
          <CurveTable points={points} />
        </Card>
      )}
    </Section>
  );
}

function CurveTable({ points }: { points: CurvePoint[] }) {
  const { t, i18n } = useTranslation("production");
  const grams = (value: number) => formatNumber(value, i18n.language, value < 100 ? 1 : 0);
  return (
    <DataTable
      caption={t("lot.curve")}
      rows={points.toReversed()}
      rowKey={({ on }) => on}
      phone="scroll"
      columns={[
        { key: "on", label: t("curve.day"), heading: true, cell: ({ on }) => on },
        { key: "mean", label: t("curve.mean"), align: "end", cell: ({ meanG }) => grams(meanG) },
        {
          key: "range",
          label: t("curve.range"),
          align: "end",
          cell: ({ range }) => range && `${grams(range.lowG)}–${grams(range.highG)}`,
        },
        { key: "kind", label: t("curve.kind"), cell: ({ kind }) => t(`curve.${kind}`) },
      ]}
    />
  );
}
