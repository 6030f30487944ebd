import { formatQuantity } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Link } from "#app/ui/Link.tsx";
import { Meter } from "#app/ui/Meter.tsx";
import { CountLink } from "./CountLink.tsx";
import type { Summary } from "./summary.server.ts";

type Town = Summary["byTown"][number];

/** Members, ponds and open water by town; bars compare the water. */
export function TownTable({ towns }: { towns: Town[] }) {
  const { t, i18n } = useTranslation(["overview", "sites"]);
  const language = i18n.language;
  const most = Math.max(...towns.map(({ waterAreaMu }) => waterAreaMu));
  const total = (of: (town: Town) => number) => towns.reduce((sum, town) => sum + of(town), 0);
  return (
    <DataTable
      caption={t("byTown")}
      phone="scroll"
      rows={towns}
      rowKey={(town) => town.code}
      columns={[
        {
          key: "town",
          label: t("town"),
          heading: true,
          cell: (town) => (
            <Link to={`/towns/${town.code}`} lang="zh">
              {town.name}
            </Link>
          ),
          foot: t("total"),
        },
        {
          key: "members",
          label: t("memberVillages"),
          align: "end",
          cell: (town) => <CountLink to={`/members?town=${town.code}`} value={town.members} />,
          foot: <CountLink to="/members" value={total((town) => town.members)} />,
        },
        {
          key: "ponds",
          label: t("pondsColumn"),
          align: "end",
          cell: (town) => <CountLink to={`/sites?kind=pond&town=${town.code}`} value={town.ponds} />,
          foot: <CountLink to="/sites?kind=pond" value={total((town) => town.ponds)} />,
        },
        {
          key: "water",
          label: t("waterColumn"),
          align: "end",
          cell: (town) => (
            <CountLink
              to={`/sites?kind=water_area&town=${town.code}`}
              value={town.waterAreaMu}
              decimals={1}
            />
          ),
          foot: (
            <CountLink to="/sites?kind=water_area" value={total((town) => town.waterAreaMu)} decimals={1} />
          ),
        },
        {
          key: "share",
          label: t("waterShare"),
          cell: (town) => (
            <span className="block w-40 xl:w-72">
              <Meter
                label={formatQuantity(town.waterAreaMu, "mu", language, 1)}
                value={town.waterAreaMu}
                max={most}
                fill="fill-farming"
              />
            </span>
          ),
        },
      ]}
    />
  );
}
