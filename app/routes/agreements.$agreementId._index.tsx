import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import { AdvanceForm } from "#app/features/supply/AdvanceForm.tsx";
import { AdvanceTable } from "#app/features/supply/AdvanceTable.tsx";
import { ConsentForm, EndForm } from "#app/features/supply/AgreementActions.tsx";
import { AgreementFacts } from "#app/features/supply/AgreementFacts.tsx";
import { AgreementLinks } from "#app/features/supply/AgreementLinks.tsx";
import { AgreementStateBadge } from "#app/features/supply/AgreementStateBadge.tsx";
import { canAdvance, canWrite, seesPrices, sideOf } from "#app/features/supply/access.ts";
import { changeAgreement } from "#app/features/supply/change-agreement.server.ts";
import { MonthTable } from "#app/features/supply/MonthTable.tsx";
import { listAdvances } from "#app/features/supply/queries/advances.server.ts";
import { findAgreement, listPapers, listVersions } from "#app/features/supply/queries/agreements.server.ts";
import { TermsFacts } from "#app/features/supply/TermsFacts.tsx";
import { VersionList } from "#app/features/supply/VersionList.tsx";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { today } = context;
  const agreement = found(await findAgreement(viewer, readId(params.agreementId), today));
  const [versions, papers, advances] = await Promise.all([
    listVersions(viewer, agreement.id),
    listPapers(viewer, agreement.id),
    listAdvances(viewer, agreement.id),
  ]);
  const isOpen = agreement.state !== "ended";
  const side = sideOf(viewer, agreement);
  const mayAdvance = canAdvance(viewer, agreement) && agreement.state !== "proposed";
  const reversible = mayAdvance ? advances.filter((one) => !one.reversesId && !one.reversedBy) : [];
  return {
    title: context.t("supply:one", { code: agreement.code }),
    ...{ agreement, versions, papers, advances, today },
    advanceId: mayAdvance ? uuidv7() : undefined,
    reversals: Object.fromEntries(reversible.map(({ id }) => [id, uuidv7()])),
    mayChange: isOpen && canWrite(viewer, agreement),
    settles: seesPrices(viewer) ? canWrite(viewer, agreement) && agreement.state !== "proposed" : undefined,
    consents:
      isOpen && side !== undefined && !versions[0]?.consents.some((consent) => consent.side === side)
        ? versions[0]?.number
        : undefined,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  const agreement = found(await findAgreement(writer.viewer, readId(params.agreementId), context.today));
  return changeAgreement(writer, agreement, await request.formData());
}

export default function AgreementPage() {
  const { title, agreement, versions, papers, advances, today, ...may } = useLoaderData<typeof loader>();
  const { t } = useTranslation("supply");
  const answer = useActionData<Unwritten>();
  const answerTo = (intent: string) => (answer?.result.initialValue?.intent === intent ? answer : undefined);
  const current = versions.find(({ number }) => number === agreement.number);
  const terms = agreement.state === "proposed" ? "agreement.proposedTerms" : "agreement.terms";
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: "/agreements", label: t("agreements") }]} />}
        title={title}
        marks={<AgreementStateBadge state={agreement.state} />}
        answer={
          <span lang="zh">
            {agreement.supplierName} → {agreement.buyerName}
          </span>
        }
        actions={<AgreementLinks id={agreement.id} mayChange={may.mayChange} settles={may.settles} />}
      />
      {may.consents !== undefined && <ConsentForm number={may.consents} answer={answerTo("confirm")} />}
      <AgreementFacts agreement={agreement} papers={papers} />
      {current && (
        <Section title={t(terms, { number: current.number })}>
          <TermsFacts version={current} />
          <MonthTable months={current.months} />
        </Section>
      )}
      <div id="advances">
        <Section title={t("advance.title")} note={t("advance.note")}>
          {advances.length > 0 ? (
            <AdvanceTable advances={advances} reversals={may.reversals} />
          ) : (
            <p className="text-muted">{t("advance.none")}</p>
          )}
          {may.advanceId && (
            <AdvanceForm
              key={advances.length}
              id={may.advanceId}
              today={today}
              answer={answerTo("advance")}
            />
          )}
        </Section>
      </div>
      <Section title={t("agreement.versions")}>
        <VersionList versions={versions} shown={agreement.number} />
      </Section>
      {may.mayChange && <EndForm today={today} answer={answerTo("end")} />}
    </>
  );
}
