import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { InspectionItems } from "#app/features/safety/InspectionItems.tsx";
import { ResultBadge } from "#app/features/safety/InspectionList.tsx";
import { findInspection } from "#app/features/safety/queries/inspections.server.ts";
import { found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { Day } from "#app/ui/Day.tsx";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";
import { Link } from "#app/ui/Link.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { PrintButton } from "#app/ui/PrintButton.tsx";

export const meta = titleFromLoader;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const inspection = found(await findInspection(viewer, readId(params.inspectionId)));
  return {
    title: context.t("safety:inspection.of", { site: inspection.siteName }),
    inspection,
    today: context.today,
  };
}

export default function InspectionPage() {
  const { inspection, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation("safety");
  const { siteId, siteName, townName, operatorName, failed, checked, note } = inspection;
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: "/inspections", label: t("inspections") }]} />}
        title={siteName}
        marks={<ResultBadge failed={failed} />}
        answer={t("inspection.checkedItems", { count: checked })}
        actions={<PrintButton />}
      />
      <DescriptionList
        items={[
          { label: t("inspection.inspectedOn"), value: <Day day={inspection.inspectedOn} /> },
          {
            label: t("inspection.inspectors"),
            value: <span lang="zh">{inspection.inspectors}</span>,
          },
          {
            label: t("inspection.site"),
            value: (
              <Link to={`/sites/${siteId}`} lang="zh">
                {siteName}
              </Link>
            ),
          },
          {
            label: t("inspection.operator"),
            value: (
              <span lang="zh">
                {townName} {operatorName}
              </span>
            ),
          },
          { label: t("inspection.note"), value: note && <span lang="zh">{note}</span>, wide: true },
        ]}
      />
      <InspectionItems items={inspection.items} today={today} />
    </>
  );
}
