import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import * as z from "zod";
import { canDecideHolds } from "#app/features/production/treatments/access.ts";
import { BreachTable } from "#app/features/production/treatments/BreachTable.tsx";
import { HoldTable } from "#app/features/production/treatments/HoldTable.tsx";
import { findDrug } from "#app/features/production/treatments/labels.ts";
import { listBreaches } from "#app/features/production/treatments/queries/breaches.server.ts";
import { listHolds } from "#app/features/production/treatments/queries/holds.server.ts";
import {
  countWithheld,
  listWithdrawals,
} from "#app/features/production/treatments/queries/withdrawals.server.ts";
import { WithdrawalTable } from "#app/features/production/treatments/WithdrawalTable.tsx";
import { readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

const parameters = z.object({ site: z.uuid().optional() });
const rows = 100;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const filter = { siteId: readParameters(request, parameters).site, limit: rows };
  const [counts, withdrawals, holds, breaches] = await Promise.all([
    countWithheld(viewer),
    listWithdrawals(viewer, filter),
    listHolds(viewer, filter),
    listBreaches(viewer, filter),
  ]);
  const nameOf = (drugId: string | null) => {
    const drug = drugId === null ? undefined : findDrug(drugId);
    return (context.language === "zh" ? drug?.nameZh : drug?.nameEn) ?? null;
  };
  return {
    title: context.t("treatments:withdrawals.title"),
    counts,
    withdrawals: withdrawals.map((one) => ({ ...one, drug: nameOf(one.drugId) })),
    holds,
    breaches,
    mayHold: canDecideHolds(viewer),
    isNarrowed: filter.siteId !== undefined,
  };
}

export default function Withdrawals() {
  const { title, counts, withdrawals, holds, breaches, mayHold, isNarrowed } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("treatments");
  const number = (count: number) => formatNumber(count, i18n.language);
  const note = (list: unknown[]) =>
    list.length === rows ? t("withdrawals.limited", { count: rows }) : undefined;
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
      <Section title={t("breach.title")} note={t("breach.explain")}>
        <BreachTable breaches={breaches} />
      </Section>
      <Section title={t("hold.title")} note={note(holds)}>
        <HoldTable holds={holds} />
      </Section>
      <Section title={t("withdrawals.open")} note={note(withdrawals)}>
        <WithdrawalTable withdrawals={withdrawals} mayHold={mayHold} />
      </Section>
    </>
  );
}
