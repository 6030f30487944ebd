import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Day } from "#app/ui/Day.tsx";
import { StatusBadge } from "#app/ui/StatusBadge.tsx";
import type { Test } from "./record-lines.ts";

/** 检测记录: each test with its items and the report. */
export function TestRecord({ tests }: { tests: Test[] }) {
  const { t } = useTranslation(["treatments", "common"]);
  if (tests.length === 0) return <p className="text-muted">{t("records.none")}</p>;
  return (
    <DataTable
      caption={t("records.tests")}
      rows={tests}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "day",
          label: t("field.sampledOn"),
          heading: true,
          cell: ({ occurredAt }) => <Day day={occurredAt} />,
        },
        { key: "kind", label: t("test.kindLabel"), cell: ({ test }) => t(`test.kind.${test}`) },
        {
          key: "verdict",
          label: t("field.verdict"),
          cell: ({ passed }) => (
            <StatusBadge status={passed ? "ok" : "withheld"}>
              {t(passed ? "test.passed" : "test.failed")}
            </StatusBadge>
          ),
        },
        {
          key: "items",
          label: t("test.items"),
          wrap: true,
          cell: ({ items }) => (
            <span lang="zh">
              {items
                .map(({ item, result, limit }) => `${item} ${result}${limit ? ` (≤ ${limit})` : ""}`)
                .join(t("common:comma"))}
            </span>
          ),
        },
        {
          key: "laboratory",
          label: t("field.laboratory"),
          cell: ({ laboratory, reportNumber }) => (
            <span lang="zh">{[laboratory, reportNumber].filter(Boolean).join(" ")}</span>
          ),
        },
        {
          key: "report",
          label: t("test.report"),
          cell: ({ id, hasReport }) =>
            hasReport && (
              <a href={`/tests/${id}/report`} target="_blank" rel="noreferrer">
                {t("test.openReport")}
              </a>
            ),
        },
      ]}
    />
  );
}
