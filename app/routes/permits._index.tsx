import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { listTowns } from "#app/features/members/queries/towns.server.ts";
import { canListPermits } from "#app/features/sites/access.ts";
import { PermitFilters } from "#app/features/sites/PermitFilters.tsx";
import { PermitList } from "#app/features/sites/PermitList.tsx";
import { permitFilter } from "#app/features/sites/permit-filter.ts";
import { permitWarningDays } from "#app/features/sites/permit-standing.ts";
import { countPermits, listPermits, permitKey } from "#app/features/sites/queries/permits.server.ts";
import { allow, badParameter } from "#app/http/answers.server.ts";
import { rowsPerPage } from "#app/http/bounds.ts";
import { writePageKey } from "#app/http/page-key.server.ts";
import { readAfter, readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { isDay } from "#app/i18n/day.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { ExportLinks } from "#app/ui/ExportLinks.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Pagination } from "#app/ui/Pagination.tsx";

export const meta = titleFromLoader;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(canListPermits(viewer));
  const { today } = context;
  const filter = readParameters(request, permitFilter);
  const after = readAfter(request);
  if (after && after.sortKey !== "" && !isDay(after.sortKey)) badParameter("after");
  const [page, counts, towns] = await Promise.all([
    listPermits(viewer, filter, { today, after, limit: rowsPerPage }),
    countPermits(viewer, filter, today),
    viewer.role === "town" ? undefined : listTowns(viewer),
  ]);
  return {
    title: context.t("sites:permits"),
    permits: page.items,
    next: page.next && writePageKey(permitKey(page.next)),
    counts,
    towns,
    today,
  };
}

export default function Permits() {
  const { permits, next, counts, towns, today } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("sites");
  const [parameters] = useSearchParams();
  const number = (count: number) => formatNumber(count, i18n.language);
  return (
    <>
      <PageHeader
        title={t("permits")}
        answer={t("permit.answer", {
          expired: number(counts.expired),
          expiring: number(counts.expiring),
          valid: number(counts.valid),
          days: permitWarningDays,
        })}
        actions={<ExportLinks of="/permits" />}
      />
      <PermitFilters towns={towns} />
      {permits.length > 0 ? (
        <>
          <PermitList permits={permits} today={today} holder />
          <Pagination
            shown={permits.length}
            total={counts.expired + counts.expiring + counts.valid}
            next={next}
          />
        </>
      ) : parameters.size > 0 ? (
        <EmptyState title={t("permit.noneFits")}>{t("permit.noneFitsHint")}</EmptyState>
      ) : (
        <EmptyState title={t("permit.noneYet")}>{t("permit.noneYetHint")}</EmptyState>
      )}
    </>
  );
}
