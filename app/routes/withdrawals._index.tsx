import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import * as z from "zod";
import { canDecideHolds } from "#app/features/production/treatments/access.ts";
import { BreachTable } from "#app/features/production/treatments/BreachTable.tsx";
import { HoldTable } from "#app/features/production/treatments/HoldTable.tsx";
import { findDrug } from "#app/features/production/treatments/labels.ts";
import {
  breachKey,
  holdKey,
  partsOfKey,
  withdrawalKey,
} from "#app/features/production/treatments/page-keys.ts";
import { listBreaches } from "#app/features/production/treatments/queries/breaches.server.ts";
import { listHolds } from "#app/features/production/treatments/queries/holds.server.ts";
import {
  countWithheld,
  listWithdrawals,
} from "#app/features/production/treatments/queries/withdrawals.server.ts";
import { WithdrawalTable } from "#app/features/production/treatments/WithdrawalTable.tsx";
import { badParameter } from "#app/http/answers.server.ts";
import { rowsPerPage } from "#app/http/bounds.ts";
import { type PageKey, writePageKey } from "#app/http/page-key.server.ts";
import { readAfter, readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Pagination } from "#app/ui/Pagination.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

const parameters = z.object({ site: z.uuid().optional() });
/** Three lists on one page, each turned by a key of its own. */
const afterOf = { withdrawals: "after", holds: "holdsAfter", breaches: "breachesAfter" } as const;
type ListName = keyof typeof afterOf;

const nextOf = <Row,>(found: Row[], keyOf: (row: Row) => PageKey) =>
  found.length > rowsPerPage ? writePageKey(keyOf(found[rowsPerPage - 1] as Row)) : undefined;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { site } = readParameters(request, parameters);
  const page = (list: ListName) => {
    const after = readAfter(request, afterOf[list]);
    const parts = after && (partsOfKey(list, after) ?? badParameter(afterOf[list]));
    return { siteId: site, after: parts, limit: rowsPerPage + 1 };
  };
  const [counts, withdrawals, holds, breaches] = await Promise.all([
    countWithheld(viewer),
    listWithdrawals(viewer, page("withdrawals")),
    listHolds(viewer, page("holds")),
    listBreaches(viewer, page("breaches")),
  ]);
  const nameOf = (drugId: string | null) => {
    const drug = drugId === null ? undefined : findDrug(drugId);
    return (context.language === "zh" ? drug?.nameZh : drug?.nameEn) ?? null;
  };
  return {
    title: context.t("treatments:withdrawals.title"),
    counts,
    withdrawals: withdrawals.slice(0, rowsPerPage).map((one) => ({ ...one, drug: nameOf(one.drugId) })),
    holds: holds.slice(0, rowsPerPage),
    breaches: breaches.slice(0, rowsPerPage),
    next: {
      withdrawals: nextOf(withdrawals, withdrawalKey),
      holds: nextOf(holds, holdKey),
      breaches: nextOf(breaches, breachKey),
    },
    mayHold: canDecideHolds(viewer),
    isNarrowed: site !== undefined,
  };
}

export default function Withdrawals() {
  const { title, counts, withdrawals, holds, breaches, next, mayHold, isNarrowed } =
    useLoaderData<typeof loader>();
  const [parameters] = useSearchParams();
  const { t, i18n } = useTranslation("treatments");
  const number = (count: number) => formatNumber(count, i18n.language);
  const pages = (list: ListName, shown: number) =>
    (next[list] || parameters.has(afterOf[list])) && (
      <Pagination shown={shown} next={next[list]} parameter={afterOf[list]} />
    );
  return (
    <>
      <PageHeader
        title={title}
        answer={t("withdrawals.answer", {
          withdrawals: number(counts.withdrawals),
          holds: number(counts.holds),
          breaches: number(counts.breaches),
        })}
        actions={isNarrowed && <ButtonLink to="/withdrawals">{t("withdrawals.all")}</ButtonLink>}
      />
      <div id="breaches">
        <Section title={t("breach.title")} note={t("breach.explain")}>
          <BreachTable breaches={breaches} />
          {pages("breaches", breaches.length)}
        </Section>
      </div>
      <div id="holds">
        <Section title={t("hold.title")}>
          <HoldTable holds={holds} />
          {pages("holds", holds.length)}
        </Section>
      </div>
      <Section title={t("withdrawals.open")}>
        <WithdrawalTable withdrawals={withdrawals} mayHold={mayHold} />
        {pages("withdrawals", withdrawals.length)}
      </Section>
    </>
  );
}
