import { formatNumber, formatTime } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Badge } from "#app/ui/Badge.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Section } from "#app/ui/Section.tsx";
import { type EventFile, EventFiles } from "../EventFiles.tsx";
import type { LotEvent } from "../queries/find-lot.server.ts";
import { EventFacts } from "./EventFacts.tsx";
import { formatKilograms } from "./MassText.tsx";

/** Typed on a later day than it happened. */
const lateMs = 36 * 60 * 60 * 1000;

export type ShownEvent = Omit<LotEvent, "occurredAt" | "recordedAt"> & {
  occurredAt: Date | string;
  recordedAt: Date | string;
};

/** Everything that happened to a lot, the newest first. */
export function LotTimeline({ events, files }: { events: ShownEvent[]; files: EventFile[] }) {
  const { t, i18n } = useTranslation("production");
  const language = i18n.language;
  return (
    <Section title={t("lot.timeline")}>
      {events.length === 0 ? (
        <p className="text-muted">{t("lot.noEvents")}</p>
      ) : (
        <DataTable
          caption={t("lot.timeline")}
          rows={events}
          rowKey={({ id }) => id}
          columns={[
            { key: "when", label: t("lot.when"), cell: ({ occurredAt }) => formatTime(occurredAt) },
            {
              key: "what",
              label: t("lot.what"),
              heading: true,
              cell: ({ kind, isVoided }) => (
                <>
                  <span className={isVoided ? "line-through" : undefined}>
                    {t(`kind.${kind as "feeding"}`)}
                  </span>{" "}
                  {isVoided && <Badge>{t("lot.voided")}</Badge>}
                </>
              ),
            },
            {
              key: "facts",
              label: t("lot.facts"),
              wrap: true,
              cell: (event) => (
                <>
                  <EventFacts event={event} />
                  <EventFiles files={files.filter(({ eventId }) => eventId === event.id)} />
                </>
              ),
            },
            {
              key: "change",
              label: t("lot.change"),
              align: "end",
              cell: ({ changeCount, changeMassG }) =>
                [
                  changeCount !== 0 && signed(changeCount, formatNumber(Math.abs(changeCount), language)),
                  changeMassG !== 0 && signed(changeMassG, formatKilograms(Math.abs(changeMassG), language)),
                ]
                  .filter(Boolean)
                  .join(" · "),
            },
            {
              key: "by",
              label: t("lot.by"),
              phone: "hidden",
              cell: (event) => (
                <>
                  <span lang="zh">{event.accountName}</span>{" "}
                  {event.onBehalf && <Badge>{t("lot.onBehalf")}</Badge>}{" "}
                  {isLate(event) && <Badge>{t("lot.late")}</Badge>}
                </>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}

const signed = (value: number, text: string) => `${value < 0 ? "−" : "+"}${text}`;

const isLate = ({ occurredAt, recordedAt, accountId }: ShownEvent) =>
  accountId !== null && new Date(recordedAt).getTime() - new Date(occurredAt).getTime() > lateMs;
