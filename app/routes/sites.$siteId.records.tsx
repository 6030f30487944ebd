import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DrugRecord } from "#app/features/production/treatments/DrugRecord.tsx";
import { ProductionRecord } from "#app/features/production/treatments/ProductionRecord.tsx";
import { PurchaseTable } from "#app/features/production/treatments/PurchaseTable.tsx";
import {
  listDrugStock,
  listPurchases,
} from "#app/features/production/treatments/queries/purchases.server.ts";
import { listSiteRecords } from "#app/features/production/treatments/queries/site-records.server.ts";
import { findSiteOfProduction } from "#app/features/production/treatments/queries/sites-to-record.server.ts";
import { lineOf, testOf, treatmentOf } from "#app/features/production/treatments/record-lines.ts";
import { StockTable } from "#app/features/production/treatments/StockTable.tsx";
import { TestRecord } from "#app/features/production/treatments/TestRecord.tsx";
import { PermitList } from "#app/features/sites/PermitList.tsx";
import { listPermits } from "#app/features/sites/queries/permits.server.ts";
import { found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { Notice } from "#app/ui/Notice.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

/** The same day two years before. */
const twoYearsBefore = (day: string) =>
  `${Number(day.slice(0, 4)) - 2}${day.slice(4).replace("02-29", "02-28")}`;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const site = found(await findSiteOfProduction(viewer, readId(params.siteId)));
  const { today, t } = context;
  const since = twoYearsBefore(today);
  const organizationId = site.operatorId;
  const [records, purchases, stock, own, held] = await Promise.all([
    listSiteRecords(viewer, { siteId: site.id, since }),
    listPurchases(viewer, { organizationId, since, limit: 300 }),
    listDrugStock(viewer, { organizationId, today }),
    listPermits(viewer, { siteId: site.id }, { today }),
    listPermits(viewer, { organizationId }, { today }),
  ]);
  const of = (kind: string) => records.filter((record) => record.kind === kind);
  return {
    title: t("treatments:records.title"),
    site,
    lines: records.filter(({ kind }) => kind !== "treatment" && kind !== "test").map(lineOf),
    treatments: of("treatment").map(treatmentOf),
    tests: of("test").map(testOf),
    purchases,
    stock,
    permits: [...own.items, ...held.items],
    since,
    today,
  };
}

export default function Records() {
  const page = useLoaderData<typeof loader>();
  const { title, site, lines, treatments, tests, since, today } = page;
  const { t, i18n } = useTranslation(["treatments", "sites"]);
  const count = formatNumber(lines.length + treatments.length + tests.length, i18n.language);
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: `/sites/${site.id}`, label: site.name }]} />}
        title={title}
        answer={
          <>
            <span lang="zh">{site.name}</span> · {site.code} · <span lang="zh">{site.operatorName}</span> ·{" "}
            {t("records.answer", { from: since, to: today, count })}
          </>
        }
      />
      <Notice>{t("records.note")}</Notice>
      <Section title={t("records.production")}>
        <ProductionRecord lines={lines} />
      </Section>
      <Section title={t("records.drugs")}>
        <DrugRecord treatments={treatments} />
      </Section>
      <Section title={t("records.purchases")}>
        <PurchaseTable purchases={page.purchases} />
      </Section>
      <Section title={t("records.stock")}>
        <StockTable stock={page.stock} />
      </Section>
      <Section title={t("records.tests")}>
        <TestRecord tests={tests} />
      </Section>
      <Section title={t("records.permits")}>
        <PermitList permits={page.permits} today={today} holder />
      </Section>
    </>
  );
}
