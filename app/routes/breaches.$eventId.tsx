import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { canDecideHolds } from "#app/features/production/treatments/access.ts";
import { BreachTable } from "#app/features/production/treatments/BreachTable.tsx";
import { closeBreaches, findBreaches } from "#app/features/production/treatments/queries/breaches.server.ts";
import { ReasonForm } from "#app/features/production/treatments/ReasonForm.tsx";
import { reasonForm } from "#app/features/production/treatments/schema.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

async function readBreaches({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const eventId = readId(params.eventId);
  const breaches = await findBreaches(viewer, eventId);
  found(breaches[0]);
  return { viewer, eventId, breaches };
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, breaches } = await readBreaches(args);
  const isOpen = breaches.some(({ closedAt }) => closedAt === null);
  return {
    title: args.context.t("treatments:breach.title"),
    breaches,
    mayClose: isOpen && canDecideHolds(viewer),
    closed: isOpen ? undefined : breaches[0],
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, eventId } = await readBreaches(args);
  allow(canDecideHolds(viewer));
  const submission = parseWithZod(await args.request.formData(), { schema: reasonForm });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    await closeBreaches(await args.context.writer(), { eventId, note: submission.value.reason });
    return redirect("/withdrawals");
  });
}

export default function Breaches() {
  const { title, breaches, mayClose, closed } = useLoaderData<typeof loader>();
  const { t } = useTranslation("treatments");
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: "/withdrawals", label: t("withdrawals.title") }]} />}
        title={title}
        answer={
          closed ? (
            <span lang="zh">
              {t("breach.closed", { name: closed.closedByName ?? "", note: closed.closingNote ?? "" })}
            </span>
          ) : (
            t("breach.explain")
          )
        }
      />
      <BreachTable breaches={breaches} />
      {mayClose && (
        <Section title={t("breach.close")}>
          <ReasonForm
            answer={answer}
            label={t("field.closingNote")}
            hint={t("breach.closeHint")}
            button={t("breach.close")}
          />
        </Section>
      )}
    </>
  );
}
