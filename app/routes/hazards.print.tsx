import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { hazardFilter } from "#app/features/safety/filter.ts";
import { LedgerSheet } from "#app/features/safety/LedgerSheet.tsx";
import { countHazards, listHazards } from "#app/features/safety/queries/hazards.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { Notice } from "#app/ui/Notice.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { PrintButton } from "#app/ui/PrintButton.tsx";

export const meta = titleFromLoader;

/** Rows of a ledger that is printed: some thirty sheets. */
const printedAtMost = 500;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { today } = context;
  const filter = readParameters(request, hazardFilter);
  const [page, counts] = await Promise.all([
    listHazards(viewer, filter, { today, limit: printedAtMost }),
    countHazards(viewer, filter, today),
  ]);
  const { overdue, open, rectified, closed } = counts;
  return {
    title: context.t("safety:print.title"),
    hazards: page.items,
    total: overdue + open + rectified + closed,
    isCut: page.next !== undefined,
    today,
  };
}

export default function PrintHazards() {
  const { title, hazards, total, isCut, today } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("safety");
  const [parameters] = useSearchParams();
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: `/hazards?${parameters}`, label: t("hazards") }]} />}
        title={title}
        answer={t("print.asOf", { day: today, number: formatNumber(total, i18n.language) })}
        actions={<PrintButton />}
      />
      {isCut && <Notice tone="warning">{t("print.cut", { most: printedAtMost })}</Notice>}
      <LedgerSheet hazards={hazards} today={today} />
    </>
  );
}
