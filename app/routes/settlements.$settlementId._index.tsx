import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ConfirmStatement, DisputeLine } from "#app/features/supply/settlement/AnswerForms.tsx";
import { AnswerList } from "#app/features/supply/settlement/AnswerList.tsx";
import { changeSettlement } from "#app/features/supply/settlement/change-settlement.server.ts";
import { loadSettlement } from "#app/features/supply/settlement/load-settlement.server.ts";
import { PaymentForm } from "#app/features/supply/settlement/PaymentForm.tsx";
import { PaymentTable } from "#app/features/supply/settlement/PaymentTable.tsx";
import { findSettlement } from "#app/features/supply/settlement/queries/settlements.server.ts";
import { SettlementFacts } from "#app/features/supply/settlement/SettlementFacts.tsx";
import { StandingBadge } from "#app/features/supply/settlement/StandingBadge.tsx";
import { StatementLines } from "#app/features/supply/settlement/StatementLines.tsx";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Link } from "#app/ui/Link.tsx";
import { Notice } from "#app/ui/Notice.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { PrintButton } from "#app/ui/PrintButton.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { today } = context;
  const settlement = found(await findSettlement(viewer, readId(params.settlementId), today));
  return {
    title: context.t("settlement:one", { code: settlement.code }),
    ...(await loadSettlement(viewer, settlement, today)),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  const settlement = found(await findSettlement(writer.viewer, readId(params.settlementId), context.today));
  return changeSettlement(writer, settlement, await request.formData());
}

export default function SettlementPage() {
  const { title, settlement, lines, payments, today, may } = useLoaderData<typeof loader>();
  const { t } = useTranslation("settlement");
  const answer = useActionData<Unwritten>();
  const answerTo = (intent: string) => (answer?.result.initialValue?.intent === intent ? answer : undefined);
  const { id, agreementId, correctedById } = settlement;
  const correct = `/settlements/new?agreement=${agreementId}&corrects=${id}`;
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: "/settlements", label: t("title") }]} />}
        title={title}
        marks={<StandingBadge standing={settlement.standing} />}
        answer={
          <span lang="zh">
            {settlement.supplierName} → {settlement.buyerName}
          </span>
        }
        actions={
          <>
            <ButtonLink to={`/settlements/${id}/export`} icon="download" reloadDocument>
              {t("export")}
            </ButtonLink>
            {may.correct && (
              <ButtonLink to={correct} icon="edit">
                {t("correct")}
              </ButtonLink>
            )}
            <PrintButton />
          </>
        }
      />
      {correctedById && (
        <Notice tone="info">
          <Link to={`/settlements/${correctedById}`}>{t("correctedBy")}</Link>
        </Notice>
      )}
      <SettlementFacts settlement={settlement} />
      <Section title={t("lines")}>
        <StatementLines lines={lines} agreementId={agreementId} totalFen={settlement.totalFen} />
      </Section>
      {may.confirm && <ConfirmStatement id={may.confirm} answer={answerTo("confirm")} />}
      {may.dispute && <DisputeLine id={may.dispute} lines={lines} answer={answerTo("dispute")} />}
      <Section title={t("answers")}>
        <AnswerList answers={settlement.answers} />
      </Section>
      <Section title={t("payments")}>
        {payments.length > 0 ? (
          <PaymentTable payments={payments} reversals={may.reversals} />
        ) : (
          <p className="text-muted">{t("noPayments")}</p>
        )}
        {may.pay && (
          <PaymentForm
            key={payments.length}
            id={may.pay}
            openFen={settlement.payableFen - settlement.paidFen}
            today={today}
            answer={answerTo("pay")}
          />
        )}
      </Section>
    </>
  );
}
