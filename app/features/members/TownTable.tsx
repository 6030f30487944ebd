import { toMu } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { type Column, DataTable } from "#app/ui/DataTable.tsx";
import { Link } from "#app/ui/Link.tsx";
import { NumberLink } from "./NumberLink.tsx";

export type TownRow = {
  code: string;
  name: string;
  members: number;
  villages: number;
  enterprises: number;
  ponds: number;
  waterM2: number;
  /** undefined: not the viewer's to know */
  households: number | undefined;
};

/** County → town: every number leads to the list of what it counts, and at the foot to the county's. */
export function TownTable({ caption, towns }: { caption: string; towns: TownRow[] }) {
  const { t } = useTranslation("members");
  const counted = [
    { key: "members", label: t("field.members"), list: "/members?" },
    { key: "villages", label: t("field.villages"), list: "/members?membership=all&" },
    { key: "ponds", label: t("field.ponds"), list: "/sites?kind=pond&" },
    { key: "waterM2", label: t("field.waterMu"), list: "/sites?kind=water_area&", decimals: 1 },
    { key: "households", label: t("field.households"), list: "/households?" },
    { key: "enterprises", label: t("field.enterprises"), list: "/enterprises?" },
  ] as const;
  const columns = counted
    .filter(({ key }) => towns.some((town) => town[key] !== undefined))
    .map((column): Column<TownRow> => {
      const { key, label, list } = column;
      const shown = (town: Pick<TownRow, typeof key>) =>
        key === "waterM2" ? toMu(town[key] ?? 0) : (town[key] ?? 0);
      const decimals = "decimals" in column ? column.decimals : 0;
      const total = towns.reduce((sum, town) => sum + shown(town), 0);
      return {
        key,
        label,
        align: "end",
        cell: (town) => (
          <NumberLink value={shown(town)} to={`${list}town=${town.code}`} decimals={decimals} />
        ),
        foot: <NumberLink value={total} to={list.slice(0, -1)} decimals={decimals} />,
      };
    });
  return (
    <DataTable
      caption={caption}
      rows={towns}
      rowKey={({ code }) => code}
      phone="scroll"
      columns={[
        {
          key: "name",
          label: t("field.townCode"),
          heading: true,
          cell: ({ code, name }) => (
            <Link to={`/towns/${code}`} lang="zh">
              {name}
            </Link>
          ),
          foot: t("county"),
        },
        ...columns,
      ]}
    />
  );
}
