import { formatPercent } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Section } from "#app/ui/Section.tsx";
import { NumberLink } from "../members/NumberLink.tsx";
import type { TownMonth } from "./queries/month-figures.server.ts";

const figures = ["inspections", "found", "rectified", "closed", "overdue"] as const;
type Figures = Pick<TownMonth, (typeof figures)[number]>;

/** The month's figures by town; each number leads to what it counts. */
export function MonthFigures({ towns, month }: { towns: TownMonth[]; month: string }) {
  const { t, i18n } = useTranslation("safety");
  const total = Object.fromEntries(
    figures.map((figure) => [figure, towns.reduce((sum, town) => sum + town[figure], 0)]),
  ) as Figures;
  const to = (figure: (typeof figures)[number], town?: string) => {
    const where = town ? `&town=${town}` : "";
    if (figure === "overdue") return `/hazards?overdue=yes${where}`;
    if (figure === "inspections") return `/inspections?month=${month}${where}`;
    const status = { found: "", rectified: "&status=done", closed: "&status=closed" }[figure];
    return `/hazards?month=${month}${status}${where}`;
  };
  const rate = ({ found, rectified }: Figures) =>
    found > 0 ? formatPercent(rectified / found, i18n.language, 0) : "—";
  const column = (figure: (typeof figures)[number]) => ({
    key: figure,
    label: t(`figures.${figure}`),
    align: "end" as const,
    cell: (town: TownMonth) => <NumberLink to={to(figure, town.code)} value={town[figure]} />,
    foot: towns.length > 1 ? <NumberLink to={to(figure)} value={total[figure]} /> : undefined,
  });
  return (
    <Section title={t("figures.title", { month })} note={t("figures.note")}>
      <DataTable
        caption={t("figures.caption")}
        phone="scroll"
        rows={towns}
        rowKey={({ code }) => code}
        columns={[
          {
            key: "town",
            label: t("figures.town"),
            heading: true,
            cell: ({ name }) => <span lang="zh">{name}</span>,
            foot: towns.length > 1 ? t("figures.total") : undefined,
          },
          column("inspections"),
          column("found"),
          column("rectified"),
          column("closed"),
          {
            key: "rate",
            label: t("figures.rate"),
            align: "end",
            cell: rate,
            foot: towns.length > 1 ? rate(total) : undefined,
          },
          column("overdue"),
        ]}
      />
    </Section>
  );
}
