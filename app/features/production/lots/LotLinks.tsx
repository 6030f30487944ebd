import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Link } from "#app/ui/Link.tsx";
import { Section } from "#app/ui/Section.tsx";
import type { LotForm } from "../kinds.ts";
import { MassText } from "./MassText.tsx";

export type ShownLink = {
  direction: "from" | "to";
  code: string;
  form: string;
  siteName: string;
  count: number | null;
  massG: number;
  occurredAt: Date | string;
};

/** Where the fish of a lot came from, and where they went. */
export function LotLinks({ links }: { links: ShownLink[] }) {
  const { t, i18n } = useTranslation("production");
  if (links.length === 0) return null;
  return (
    <Section title={t("lot.links")}>
      <DataTable
        caption={t("lot.links")}
        rows={links}
        rowKey={({ code, direction, occurredAt }) => `${direction}${code}${formatDay(occurredAt)}`}
        columns={[
          {
            key: "direction",
            label: t("lot.what"),
            cell: ({ direction }) => t(direction === "from" ? "lot.linkFrom" : "lot.linkTo"),
          },
          {
            key: "code",
            label: t("lot.code"),
            heading: true,
            cell: ({ code }) => <Link to={`/lots/${code}`}>{code}</Link>,
          },
          { key: "form", label: t("lot.formLabel"), cell: ({ form }) => t(`form.${form as LotForm}`) },
          { key: "site", label: t("lot.site"), cell: ({ siteName }) => <span lang="zh">{siteName}</span> },
          {
            key: "count",
            label: t("lot.count"),
            align: "end",
            cell: ({ count }) => count !== null && formatNumber(count, i18n.language),
          },
          {
            key: "mass",
            label: t("lot.mass"),
            align: "end",
            cell: ({ massG }) => <MassText grams={massG} />,
          },
          { key: "when", label: t("lot.when"), cell: ({ occurredAt }) => formatDay(occurredAt) },
        ]}
      />
    </Section>
  );
}
