import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import * as z from "zod";
import { canDecideHolds } from "#app/features/production/treatments/access.ts";
import { HoldTable } from "#app/features/production/treatments/HoldTable.tsx";
import { findHold, liftHold } from "#app/features/production/treatments/queries/holds.server.ts";
import { ReasonForm } from "#app/features/production/treatments/ReasonForm.tsx";
import { reasonForm } from "#app/features/production/treatments/schema.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { readId, readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

const parameters = z.object({
  kind: z.enum(["test_failed", "unknown_drug", "off_label", "inspector", "breach"]),
});

/** One hold, with every lot it stands on. */
async function readHold({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { kind } = readParameters(request, parameters);
  const originId = readId(params.originId);
  const lots = await findHold(viewer, { originId, kind });
  found(lots[0]);
  return { viewer, originId, kind, lots };
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, kind, lots } = await readHold(args);
  const isOpen = lots.some(({ liftedAt }) => liftedAt === null);
  return {
    title: args.context.t(`treatments:hold.kind.${kind}`),
    lots,
    mayLift: isOpen && canDecideHolds(viewer),
    lifted: isOpen ? undefined : lots.find(({ liftedAt }) => liftedAt !== null),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, originId, kind } = await readHold(args);
  allow(canDecideHolds(viewer));
  const submission = parseWithZod(await args.request.formData(), { schema: reasonForm });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    await liftHold(await args.context.writer(), { originId, kind, reason: submission.value.reason });
    return redirect("/withdrawals");
  });
}

export default function Hold() {
  const { title, lots, mayLift, lifted } = useLoaderData<typeof loader>();
  const { t } = useTranslation("treatments");
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: "/withdrawals", label: t("withdrawals.title") }]} />}
        title={title}
        answer={
          lifted && (
            <span lang="zh">
              {t("hold.lifted", { name: lifted.liftedByName ?? "", reason: lifted.liftReason ?? "" })}
            </span>
          )
        }
      />
      <HoldTable holds={lots} />
      {mayLift && (
        <Section title={t("hold.lift")}>
          <ReasonForm
            answer={answer}
            label={t("field.reason")}
            hint={t("hold.liftHint")}
            button={t("hold.lift")}
          />
        </Section>
      )}
    </>
  );
}
