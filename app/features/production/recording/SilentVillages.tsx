import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Card } from "#app/ui/Card.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Link } from "#app/ui/Link.tsx";
import { Section } from "#app/ui/Section.tsx";
import { CopyText } from "./CopyText.tsx";
import type { SilentVillage } from "./load-silent.server.ts";

/** Of many the first page shows those silent longest. */
const shownFirst = 6;

type SilentVillagesProps = { villages: SilentVillage[]; days: number };

/** Who has not reported, with a text to send them and a way to write it down for them. */
export function SilentVillages({ villages, days }: SilentVillagesProps) {
  const { t, i18n } = useTranslation("recording");
  const number = formatNumber(villages.length, i18n.language);
  const others = villages.slice(shownFirst);
  return (
    <Section
      title={t("silent.title")}
      note={
        villages.length > 0
          ? t("silent.answer", { count: villages.length, number, days })
          : t("silent.none", { days })
      }
      actions={
        villages.length > 1 && (
          <CopyText
            text={villages.map(({ reminder }) => reminder).join("\n")}
            label={t("silent.allReminders")}
          />
        )
      }
    >
      {villages.length > 0 && (
        <Card flush>
          <SilentTable villages={villages.slice(0, shownFirst)} />
        </Card>
      )}
      {others.length > 0 && (
        <details>
          <summary className="target cursor-pointer py-2 text-accent">
            {t("silent.others", { count: others.length })}
          </summary>
          <Card flush>
            <SilentTable villages={others} />
          </Card>
        </details>
      )}
    </Section>
  );
}

function SilentTable({ villages }: { villages: SilentVillage[] }) {
  const { t } = useTranslation("recording");
  return (
    <DataTable
      caption={t("silent.title")}
      rows={villages}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          label: t("silent.village"),
          heading: true,
          cell: ({ id, name }) => (
            <Link to={`/members/${id}`} lang="zh">
              {name}
            </Link>
          ),
        },
        { key: "sites", label: t("silent.sites"), align: "end", cell: ({ sites }) => sites },
        { key: "last", label: t("silent.last"), cell: ({ lastOn }) => lastOn ?? t("silent.never") },
        {
          key: "reminder",
          label: t("silent.reminder"),
          wrap: true,
          phone: "wide",
          cell: ({ reminder }) => (
            <details>
              <summary>{t("silent.reminder")}</summary>
              <p lang="zh" className="select-all">
                {reminder}
              </p>
            </details>
          ),
        },
        {
          key: "act",
          label: "",
          phone: "wide",
          cell: ({ id, reminder }) => (
            <span className="flex flex-wrap gap-2">
              <CopyText text={reminder} label={t("silent.copy")} />
              <ButtonLink reloadDocument to={`/record?organization=${id}`}>
                {t("silent.record")}
              </ButtonLink>
            </span>
          ),
        },
      ]}
    />
  );
}
