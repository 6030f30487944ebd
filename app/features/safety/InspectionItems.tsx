import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Link } from "#app/ui/Link.tsx";
import { type Status, StatusBadge } from "#app/ui/StatusBadge.tsx";
import { inLanguage } from "./default-checklists.ts";
import { HazardStandingBadge, SeverityBadge } from "./HazardMarks.tsx";
import type { Inspection } from "./queries/inspections.server.ts";

type Item = Inspection["items"][number];

const looks: Record<Item["result"], Status> = { ok: "ok", failed: "due", not_applicable: "neutral" };

/** The checklist as it read on the day, with what was found and how that stands today. */
export function InspectionItems({ items, today }: { items: Item[]; today: string }) {
  const { t, i18n } = useTranslation("safety");
  const words = (text: string) => {
    const said = inLanguage(text, i18n.language);
    return <span lang={langOf(said, i18n.language)}>{said}</span>;
  };
  return (
    <DataTable
      caption={t("inspection.items")}
      rows={items}
      rowKey={({ number }) => String(number)}
      columns={[
        {
          key: "item",
          label: t("inspection.items"),
          heading: true,
          wrap: true,
          cell: ({ number, text }) => (
            <>
              {number}. {words(text)}
            </>
          ),
        },
        {
          key: "heading",
          label: t("inspection.heading"),
          phone: "hidden",
          cell: ({ heading }) => heading && words(heading),
        },
        {
          key: "result",
          label: t("inspection.result"),
          cell: ({ result }) => <StatusBadge status={looks[result]}>{t(`result.${result}`)}</StatusBadge>,
        },
        {
          key: "hazard",
          label: t("one"),
          wrap: true,
          phone: "wide",
          cell: ({ hazardId, description, severity, status, dueOn }) =>
            hazardId && severity && status && dueOn ? (
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <Link to={`/hazards/${hazardId}`} lang="zh">
                  {description}
                </Link>
                <SeverityBadge severity={severity} />
                <HazardStandingBadge hazard={{ status, dueOn }} today={today} />
              </span>
            ) : (
              ""
            ),
        },
      ]}
    />
  );
}
