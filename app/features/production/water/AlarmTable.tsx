import { formatTime } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Link } from "#app/ui/Link.tsx";
import { Marked } from "#app/ui/Marked.tsx";
import { Time } from "#app/ui/Time.tsx";
import { AlarmStateBadge } from "./AlarmStateBadge.tsx";
import type { AlarmRow } from "./queries/alarms.server.ts";
import { useAlarmFigure } from "./useAlarmFigure.ts";

/** Alarms, each leading to its page; `site` names where it is. */
export function AlarmTable({ alarms, site = true }: { alarms: AlarmRow[]; site?: boolean }) {
  const { t } = useTranslation(["water", "common"]);
  const figure = useAlarmFigure();
  return (
    <DataTable
      caption={t("alarms")}
      rows={alarms}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "kind",
          label: t("alarm.kindLabel"),
          heading: true,
          cell: ({ id, kind, siteName }) => (
            <Link to={`/alarms/${id}`}>
              {t(`alarm.kind.${kind}`)}
              {!site && (
                <span lang="zh" className="sr-only">
                  {siteName}
                </span>
              )}
            </Link>
          ),
        },
        ...(site
          ? [
              {
                key: "site",
                label: t("alarm.site"),
                cell: ({ siteId, siteName }: AlarmRow) => (
                  <Link to={`/sites/${siteId}/water`} lang="zh">
                    {siteName}
                  </Link>
                ),
              },
              {
                key: "town",
                label: t("alarm.town"),
                cell: ({ townName }: AlarmRow) => <span lang="zh">{townName}</span>,
              },
            ]
          : []),
        { key: "raised", label: t("alarm.raisedAt"), cell: ({ raisedAt }) => <Time at={raisedAt} /> },
        { key: "figure", label: t("alarm.figure"), cell: (alarm) => <Marked text={figure(alarm) ?? "—"} /> },
        {
          key: "recovered",
          label: t("alarm.recovery"),
          cell: ({ recoveredAt }) =>
            recoveredAt ? t("alarm.recoveredAt", { time: formatTime(recoveredAt) }) : t("alarm.notRecovered"),
        },
        {
          key: "state",
          label: t("alarm.stateLabel"),
          cell: ({ state }) => <AlarmStateBadge state={state} />,
        },
      ]}
    />
  );
}
