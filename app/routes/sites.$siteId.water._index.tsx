import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChartFigure } from "#app/charts/ChartFigure.tsx";
import { AlarmTable } from "#app/features/production/water/AlarmTable.tsx";
import { canManageDevices, canRecordWater } from "#app/features/production/water/access.ts";
import { drawWaterCharts, firstDay } from "#app/features/production/water/charts.server.ts";
import { LimitsTable } from "#app/features/production/water/LimitsTable.tsx";
import { NewestWater } from "#app/features/production/water/NewestWater.tsx";
import { newestOf } from "#app/features/production/water/newest.ts";
import { listAlarms } from "#app/features/production/water/queries/alarms.server.ts";
import { daysOf, listSeries } from "#app/features/production/water/queries/series.server.ts";
import { findSiteWater } from "#app/features/production/water/queries/site-water.server.ts";
import { RangeLinks } from "#app/features/production/water/RangeLinks.tsx";
import { SeriesTable } from "#app/features/production/water/SeriesTable.tsx";
import { waterParameters } from "#app/features/production/water/schema.ts";
import { thresholdsFor } from "#app/features/production/water/thresholds.ts";
import { found } from "#app/http/answers.server.ts";
import { readId, readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { addDays } from "#app/i18n/day.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Card } from "#app/ui/Card.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const site = found(await findSiteWater(viewer, readId(params.siteId)));
  const { range, until = context.today, table } = readParameters(request, waterParameters);
  const [points, alarms] = await Promise.all([
    listSeries(viewer, site.id, { range, until }),
    listAlarms(viewer, { site: site.id, state: "all" }, { limit: 10 }),
  ]);
  const thresholds = thresholdsFor(site);
  const days = daysOf(range);
  return {
    title: `${context.t("water:title")} · ${site.name}`,
    site: { id: site.id, name: site.name },
    newest: newestOf(site),
    thresholds,
    charts: drawWaterCharts(points, { range, until, thresholds }, context),
    points: table ? points : undefined,
    shown: {
      range,
      until,
      from: firstDay({ range, until }),
      earlier: addDays(until, -days),
      later: until < context.today ? addDays(until, days) : null,
    },
    alarms: alarms.items,
    mayRecord: canRecordWater(viewer, site),
    mayManage: canManageDevices(viewer, site),
  };
}

export default function Water() {
  const { site, newest, thresholds, charts, points, shown, alarms, mayRecord, mayManage } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation(["water", "common", "sites"]);
  const { from, until: to } = shown;
  const empty = newest.measured.length + newest.switched.length === 0;
  const record = mayRecord && (
    <ButtonLink to="new" icon="plus" variant="primary">
      {t("record")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            items={[
              { to: "/sites", label: t("sites:title") },
              { to: `/sites/${site.id}`, label: site.name },
            ]}
          />
        }
        title={t("title")}
        answer={<span lang="zh">{site.name}</span>}
        actions={
          <>
            {mayManage && <ButtonLink to={`/sites/${site.id}/devices`}>{t("devices")}</ButtonLink>}
            {record}
          </>
        }
      />
      {empty ? (
        <EmptyState title={t("newest.none")} action={record}>
          {t("newest.noneHint")}
        </EmptyState>
      ) : (
        <NewestWater newest={newest} />
      )}
      <Section title={t("chart.period", { from, to })}>
        <RangeLinks {...shown} table={points !== undefined} />
        {charts.length === 0 && <p className="text-muted">{t("chart.none", { from, to })}</p>}
        <div className="grid gap-4 xl:grid-cols-2">
          {charts.map(({ quantity, title, chart }) => (
            <ChartFigure key={quantity} title={title} chart={chart} />
          ))}
        </div>
        {points && points.length > 0 && (
          <Card flush>
            <SeriesTable points={points} />
          </Card>
        )}
      </Section>
      {alarms.length > 0 && (
        <Section title={t("alarms")}>
          <Card flush>
            <AlarmTable alarms={alarms} site={false} />
          </Card>
        </Section>
      )}
      <Section title={t("limits.title")} note={t("limits.note")}>
        <Card flush>
          <LimitsTable thresholds={thresholds} />
        </Card>
      </Section>
    </>
  );
}
