import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { ownOrganizationId } from "#app/auth/viewer.ts";
import { listTowns } from "#app/features/members/queries/towns.server.ts";
import { AlarmFilters } from "#app/features/production/water/AlarmFilters.tsx";
import { AlarmTable } from "#app/features/production/water/AlarmTable.tsx";
import { CallList } from "#app/features/production/water/CallList.tsx";
import { needsCall } from "#app/features/production/water/kinds.ts";
import {
  alarmKey,
  countOpenAlarms,
  listAlarms,
} from "#app/features/production/water/queries/alarms.server.ts";
import { listCallees } from "#app/features/production/water/queries/call-list.server.ts";
import { alarmFilter } from "#app/features/production/water/schema.ts";
import { badParameter } from "#app/http/answers.server.ts";
import { rowsPerPage } from "#app/http/bounds.ts";
import { writePageKey } from "#app/http/page-key.server.ts";
import { readAfter, readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { isInstant } from "#app/i18n/day.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Card } from "#app/ui/Card.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Pagination } from "#app/ui/Pagination.tsx";

export const meta = titleFromLoader;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const filter = readParameters(request, alarmFilter);
  const after = readAfter(request);
  if (after && !isInstant(after.sortKey)) badParameter("after");
  const [page, counts, towns] = await Promise.all([
    listAlarms(viewer, filter, { after, limit: rowsPerPage }),
    countOpenAlarms(viewer),
    viewer.role === "town" || ownOrganizationId(viewer) ? undefined : listTowns(viewer),
  ]);
  const urgent = page.items.filter(({ kind, state }) => needsCall(kind) && state === "open");
  return {
    title: context.t("water:alarms"),
    alarms: page.items,
    next: page.next && writePageKey(alarmKey(page.next)),
    counts,
    towns,
    callees:
      urgent.length > 0
        ? await listCallees(
            viewer,
            urgent.map(({ operatorId }) => operatorId),
            context.today,
          )
        : undefined,
  };
}

export default function Alarms() {
  const { title, alarms, next, counts, towns, callees } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("water");
  const [parameters] = useSearchParams();
  const number = (count: number) => formatNumber(count, i18n.language);
  return (
    <>
      <PageHeader
        title={title}
        answer={
          t("alarm.answer", { count: counts.all, number: number(counts.all) }) +
          (counts.open > 0 ? t("alarm.answerOpen", { number: number(counts.open) }) : "")
        }
      />
      {callees && <CallList callees={callees} />}
      <AlarmFilters towns={towns} />
      {alarms.length > 0 ? (
        <>
          <Card flush>
            <AlarmTable alarms={alarms} />
          </Card>
          <Pagination shown={alarms.length} next={next} />
        </>
      ) : parameters.size > 0 ? (
        <EmptyState title={t("alarm.noneFits")}>{t("alarm.noneFitsHint")}</EmptyState>
      ) : (
        <EmptyState title={t("alarm.none")}>{t("alarm.noneHint")}</EmptyState>
      )}
    </>
  );
}
