import { formatTime } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Card } from "#app/ui/Card.tsx";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";
import { Link } from "#app/ui/Link.tsx";
import { Marked } from "#app/ui/Marked.tsx";
import { Time } from "#app/ui/Time.tsx";
import type { AlarmRow } from "./queries/alarms.server.ts";
import { useAlarmFigure } from "./useAlarmFigure.ts";

/** What happened, and what people did about it. */
export function AlarmFacts({ alarm }: { alarm: AlarmRow }) {
  const { t } = useTranslation("water");
  const figure = useAlarmFigure();
  const byWhom = (name: string | null, at: Date | null, note: string | null) =>
    at && (
      <>
        <span lang="zh">{name ?? t("alarm.program")}</span> {formatTime(at)}
        {note && (
          <span lang="zh" className="block">
            {note}
          </span>
        )}
      </>
    );
  return (
    <Card>
      <DescriptionList
        items={[
          {
            label: t("alarm.site"),
            value: (
              <Link to={`/sites/${alarm.siteId}/water`} lang="zh">
                {alarm.siteName}
              </Link>
            ),
          },
          { label: t("alarm.operator"), value: <span lang="zh">{alarm.operatorName}</span> },
          { label: t("alarm.figure"), value: <Marked text={figure(alarm) ?? "—"} /> },
          { label: t("alarm.raisedAt"), value: <Time at={alarm.raisedAt} /> },
          { label: t("alarm.lastAt"), value: <Time at={alarm.lastAt} /> },
          {
            label: t("alarm.recovery"),
            value: alarm.recoveredAt
              ? t("alarm.recoveredAt", { time: formatTime(alarm.recoveredAt) })
              : t("alarm.notRecovered"),
          },
          { label: t("alarm.timesLabel"), value: t("alarm.times", { count: alarm.times }) },
          {
            label: t("alarm.state.acknowledged"),
            value: byWhom(alarm.acknowledgedBy, alarm.acknowledgedAt, alarm.acknowledgedNote),
          },
          {
            label: t("alarm.state.closed"),
            value: byWhom(alarm.closedBy, alarm.closedAt, alarm.closedNote),
          },
        ]}
      />
    </Card>
  );
}
