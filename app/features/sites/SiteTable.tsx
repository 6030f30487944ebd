import { formatMu, formatVolume } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Link } from "#app/ui/Link.tsx";
import type { listSites } from "./queries/list-sites.server.ts";
import { SiteStatusBadge } from "./SiteStatusBadge.tsx";

type Site = Awaited<ReturnType<typeof listSites>>["items"][number];

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
          cell: (site) => site.areaM2 !== null && t("inMu", { mu: formatMu(site.areaM2, language) }),
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
