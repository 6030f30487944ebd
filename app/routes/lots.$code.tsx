import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import * as z from "zod";
import { GrowthCurve } from "#app/features/production/lots/GrowthCurve.tsx";
import { drawGrowth, thinCurve } from "#app/features/production/lots/growth-chart.server.ts";
import { HarvestForecast } from "#app/features/production/lots/HarvestForecast.tsx";
import { LotFigures } from "#app/features/production/lots/LotFigures.tsx";
import { LotLinks } from "#app/features/production/lots/LotLinks.tsx";
import { LotMarks } from "#app/features/production/lots/LotMarks.tsx";
import { LotTimeline } from "#app/features/production/lots/LotTimeline.tsx";
import { forecastOf } from "#app/features/production/lots/lot-forecast.ts";
import { figuresOf, historyOf } from "#app/features/production/lots/lot-history.ts";
import { listEventFiles } from "#app/features/production/queries/event-files.server.ts";
import {
  findLot,
  listLotEvents,
  listLotLinks,
  listLotMarks,
} from "#app/features/production/queries/find-lot.server.ts";
import { dayTemperatures } from "#app/features/production/treatments/queries/day-temperatures.server.ts";
import { found } from "#app/http/answers.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { chinaDay } from "#app/i18n/day.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Badge } from "#app/ui/Badge.tsx";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { Link } from "#app/ui/Link.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

const parameters = z.object({ table: z.literal("1").optional() });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { today } = context;
  const lot = found(await findLot(viewer, params.code ?? ""));
  const { table } = readParameters(request, parameters);
  const grows = lot.form === "farmed";
  const period = { from: chinaDay(lot.startedAt), to: today };
  const [events, links, marks, readings] = await Promise.all([
    listLotEvents(viewer, lot.id),
    listLotLinks(viewer, lot.id),
    listLotMarks(viewer, lot.id),
    grows ? dayTemperatures(viewer.allianceId, [lot.siteId], period) : undefined,
  ]);
  const growth = grows
    ? forecastOf({
        ...lot,
        weighings: historyOf(events).weighings,
        readings: (readings?.get(lot.siteId) ?? []).map(({ day, n, sumC }) => ({ on: day, meanC: sumC / n })),
        stock: lot.count ? { on: today, count: lot.count } : null,
        endedOn: lot.massG === 0 ? chinaDay(lot.lastEventAt) : null,
        today,
      })
    : undefined;
  const files = await listEventFiles(
    viewer,
    events.map(({ id }) => id),
  );
  return {
    title: lot.code,
    lot,
    figures: figuresOf(lot, events, today),
    forecast: growth?.forecast,
    growth: growth && drawGrowth(growth, context),
    points: table && growth ? thinCurve(growth.curve) : undefined,
    events: events.reverse(),
    files,
    links,
    marks,
    today,
  };
}

export default function Lot() {
  const { lot, figures, forecast, growth, points, events, files, links, marks, today } =
    useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("production");
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: "/lots", label: t("lot.title") }]} />}
        title={lot.code}
        marks={<Badge>{t(`form.${lot.form}`)}</Badge>}
        answer={
          <>
            {i18n.language.startsWith("zh") ? lot.speciesZh : lot.speciesEn} <i lang="la">{lot.latin}</i> ·{" "}
            <Link to={`/sites/${lot.siteId}`} lang="zh">
              {lot.siteName}
            </Link>{" "}
            ·{" "}
            <Link to={`/members/${lot.operatorId}`} lang="zh">
              {lot.operatorName}
            </Link>
          </>
        }
      />
      <LotFigures lot={lot} figures={figures} today={today} />
      <LotMarks marks={marks} />
      {forecast && <HarvestForecast forecast={forecast} today={today} />}
      {lot.form === "farmed" && <GrowthCurve growth={growth} points={points} />}
      <LotLinks links={links} />
      <LotTimeline events={events} files={files} />
    </>
  );
}
