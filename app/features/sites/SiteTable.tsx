import { formatQuantity, formatVolume, toMu } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Link } from "#app/ui/Link.tsx";
import type { listSites } from "./queries/list-sites.server.ts";
import { SiteStatusBadge } from "./SiteStatusBadge.tsx";

type Row = Awaited<ReturnType<typeof listSites>>["items"][number];
type Site = ReturnType<typeof siteRow>;

/** What the table shows of a site, and nothing more: a page carries its data a second time, for the script. */
export const siteRow = (row: Row) => ({
  id: row.id,
  name: row.name,
  code: row.code,
  kind: row.kind,
  status: row.status,
  townName: row.townName,
  operatorId: row.operatorId,
  operatorName: row.operatorName,
  areaM2: row.areaM2,
  volumeM3: row.volumeM3,
});

/** `whose`: also where and in whose hands each is; on the page of the operator that is said already. */
type SiteTableProps = { caption: string; sites: Site[]; whose?: boolean };

export function SiteTable({ caption, sites, whose = true }: SiteTableProps) {
  const { t, i18n } = useTranslation("sites");
  const language = i18n.language;
  return (
    <DataTable
      caption={caption}
      rows={sites}
      rowKey={(site) => site.id}
      columns={[
        {
          key: "name",
          label: t("field.name"),
          heading: true,
          cell: (site) => (
            <Link to={`/sites/${site.id}`} lang="zh">
              {site.name}
            </Link>
          ),
        },
        {
          key: "code",
          label: t("field.code"),
          phone: "hidden",
          cell: (site) => <span className="text-muted">{site.code}</span>,
        },
        { key: "kind", label: t("field.kind"), cell: (site) => t(`kind.${site.kind}`) },
        {
          key: "status",
          label: t("field.status"),
          cell: (site) => <SiteStatusBadge status={site.status} />,
        },
        ...(whose
          ? [
              {
                key: "town",
                label: t("field.townCode"),
                cell: (site: Site) => <span lang="zh">{site.townName}</span>,
              },
              {
                key: "operator",
                label: t("field.operatorId"),
                phone: "hidden" as const,
                cell: (site: Site) => (
                  <Link to={`/members/${site.operatorId}`} lang="zh">
                    {site.operatorName}
                  </Link>
                ),
              },
            ]
          : []),
        {
          key: "area",
          label: t("field.area"),
          align: "end",
          cell: (site) => site.areaM2 !== null && formatQuantity(toMu(site.areaM2), "mu", language, 1),
        },
        {
          key: "volume",
          label: t("field.volumeM3"),
          align: "end",
          cell: (site) =>
            site.volumeM3 !== null && (
              <>
                {formatVolume(site.volumeM3, language)} <span className="text-muted">m³</span>
              </>
            ),
        },
      ]}
    />
  );
}
