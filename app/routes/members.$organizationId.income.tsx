import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import { listOrganizationOptions } from "#app/features/members/list-organization-options.server.ts";
import { findOrganization } from "#app/features/members/queries/find-organization.server.ts";
import { canSeeIncome } from "#app/features/supply/income/access.ts";
import { changeIncome } from "#app/features/supply/income/change-income.server.ts";
import { IncomeForm } from "#app/features/supply/income/IncomeForm.tsx";
import { IncomeSums } from "#app/features/supply/income/IncomeSums.tsx";
import { IncomeTable } from "#app/features/supply/income/IncomeTable.tsx";
import { listIncome, sumIncome } from "#app/features/supply/income/queries/income.server.ts";
import { incomeFilter } from "#app/features/supply/income/schema.ts";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { readId, readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

async function readVillage({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const village = found(await findOrganization(viewer, readId(params.organizationId), context.today));
  allow(canSeeIncome(viewer, village));
  return { viewer, village };
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, village } = await readVillage(args);
  const { year } = readParameters(args.request, incomeFilter);
  const { today, t } = args.context;
  const [sums, incomes, options] = await Promise.all([
    sumIncome(viewer, village.id),
    listIncome(viewer, { organizationId: village.id, year }),
    listOrganizationOptions(viewer, args.context),
  ]);
  const open = incomes.filter((one) => !one.reversesId && !one.reversedBy);
  return {
    title: t("income:of", { name: village.name }),
    village: { id: village.id, name: village.name },
    ...{ sums, incomes, today, id: uuidv7() },
    payers: options,
    reversals: Object.fromEntries(open.map((one) => [one.id, uuidv7()])) as Record<string, string>,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { village } = await readVillage(args);
  return changeIncome(await args.context.writer(), village, args);
}

export default function IncomePage() {
  const { title, village, sums, incomes, reversals, payers, today, id } = useLoaderData<typeof loader>();
  const { t } = useTranslation("income");
  const answer = useActionData<Unwritten>();
  const [parameters] = useSearchParams();
  const year = parameters.get("year");
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: `/members/${village.id}`, label: village.name }]} />}
        title={title}
      />
      <IncomeForm
        key={incomes.length}
        id={id}
        today={today}
        payers={payers}
        answer={answer?.result.initialValue?.intent === "add" ? answer : undefined}
      />
      {sums.length > 0 ? (
        <>
          <Section title={t("sums")}>
            <IncomeSums sums={sums} />
          </Section>
          <Section title={year ? t("listOf", { year }) : t("list")}>
            <IncomeTable incomes={incomes} reversals={reversals} />
          </Section>
        </>
      ) : (
        <p className="text-muted">{t("none")}</p>
      )}
    </>
  );
}
