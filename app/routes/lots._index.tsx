import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { ownOrganizationId } from "#app/auth/viewer.ts";
import { listTowns } from "#app/features/members/queries/towns.server.ts";
import { lotFilter } from "#app/features/production/lot-filter.ts";
import { LotBoard } from "#app/features/production/lots/LotBoard.tsx";
import { LotFilters } from "#app/features/production/lots/LotFilters.tsx";
import { LotTable } from "#app/features/production/lots/LotTable.tsx";
import { formatKilograms } from "#app/features/production/lots/MassText.tsx";
import { listLots, sumLots } from "#app/features/production/queries/list-lots.server.ts";
import { listSpecies } from "#app/features/sites/queries/find-site.server.ts";
import { rowsPerPage } from "#app/http/bounds.ts";
import { writePageKey } from "#app/http/page-key.server.ts";
import { readAfter, readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Pagination } from "#app/ui/Pagination.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const filter = readParameters(request, lotFilter);
  const { today, language } = context;
  const narrowsByTown = ownOrganizationId(viewer) === undefined && viewer.role !== "town";
  const [page, sums, towns, species] = await Promise.all([
    listLots(viewer, filter, { after: readAfter(request), limit: rowsPerPage, today }),
    sumLots(viewer, filter, today),
    narrowsByTown ? listTowns(viewer) : [],
    listSpecies(),
  ]);
  return {
    title: context.t("production:lot.title"),
    lots: page.items,
    next: page.next && writePageKey(page.next),
    sums,
    towns: towns.map(({ code, name }) => ({ value: code, label: name })),
    species: species.map(({ code, nameZh, nameEn }) => ({
      value: code,
      label: language === "zh" ? nameZh : nameEn,
    })),
    today,
  };
}

export default function Lots() {
  const { lots, next, sums, towns, species, today } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("production");
  const [parameters] = useSearchParams();
  const total = sums.reduce((sum, one) => sum + one.lots, 0);
  const grams = sums.reduce((sum, one) => sum + one.massG, 0);
  return (
    <>
      <PageHeader
        title={t("lot.title")}
        answer={t("lot.answer", {
          number: formatNumber(total, i18n.language),
          mass: formatKilograms(grams, i18n.language),
        })}
      />
      {sums.length > 0 && (
        <Section title={t("lot.board")} note={t("lot.boardNote")}>
          <LotBoard sums={sums} />
        </Section>
      )}
      <LotFilters towns={towns} species={species} />
      {lots.length > 0 ? (
        <>
          <LotTable caption={t("lot.title")} lots={lots} today={today} />
          <Pagination shown={lots.length} total={total} next={next} />
        </>
      ) : parameters.size > 0 ? (
        <EmptyState title={t("lot.none")}>{t("lot.noneHint")}</EmptyState>
      ) : (
        <EmptyState title={t("lot.noneYet")}>{t("lot.noneYetHint")}</EmptyState>
      )}
    </>
  );
}
