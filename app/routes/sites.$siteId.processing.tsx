import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import { canRecord } from "#app/features/production/access.ts";
import { eventBody } from "#app/features/production/events/registry.ts";
import { formatKilograms } from "#app/features/production/lots/MassText.tsx";
import { listLots } from "#app/features/production/queries/list-lots.server.ts";
import { recordEvents } from "#app/features/production/queries/record-events.server.ts";
import { answerEvent, confirmedIn } from "#app/features/production/treatments/answer-event.server.ts";
import { findSiteOfProduction } from "#app/features/production/treatments/queries/sites-to-record.server.ts";
import { inputsAtMost, outputsAtMost } from "#app/features/supply/processing/kinds.ts";
import { ProcessingForm } from "#app/features/supply/processing/ProcessingForm.tsx";
import { processingForm } from "#app/features/supply/processing/schema.ts";
import { refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { formatTime } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

/** The plant whose day is written down. */
async function readPlant({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const site = found(await findSiteOfProduction(viewer, readId(params.siteId)));
  found(site.kind === "plant" ? site : undefined);
  allow(canRecord(viewer, site));
  return { viewer, site };
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, site } = await readPlant(args);
  const { today, now, language, t } = args.context;
  const { items } = await listLots(viewer, { site: site.id }, { limit: 200, today });
  const blank = (rows: number) => Array.from({ length: rows }, () => ({ product: "", massG: "" }));
  return {
    title: t("shipments:processing.title"),
    name: site.name,
    id: uuidv7(),
    openedAt: now.toISOString(),
    values: {
      at: formatTime(now).replace(" ", "T"),
      inputs: blank(inputsAtMost).map(({ massG }) => ({ lotId: "", massG })),
      outputs: blank(outputsAtMost).map((row) => ({ ...row, lotId: uuidv7() })),
      byProducts: blank(1),
    },
    lots: items
      .filter(({ form }) => form === "harvest" || form === "goods")
      .map(({ id, code, form, massG }) => ({
        value: id,
        label: t("shipments:lotChoice", {
          ...{ code, form: t(`production:form.${form}`), mass: formatKilograms(massG, language) },
        }),
      })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { site } = await readPlant(args);
  const writer = await args.context.writer();
  const form = await args.request.formData();
  const submission = parseWithZod(form, { schema: processingForm });
  if (submission.status !== "success") return refuseForm(submission);
  return answerEvent(submission, async () => {
    const said = { kind: "processing", siteId: site.id, ...submission.value, accept: confirmedIn(form) };
    await recordEvents(writer, [eventBody.parse(said)]);
    return redirect(`/sites/${site.id}`);
  });
}

export default function Processing() {
  const { title, name, lots, ...form } = useLoaderData<typeof loader>();
  const { t } = useTranslation("shipments");
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader title={title} answer={<span lang="zh">{name}</span>} />
      {lots.length > 0 ? (
        <ProcessingForm {...form} lots={lots} answer={answer} />
      ) : (
        <EmptyState title={t("processing.none")}>{t("processing.noneHint")}</EmptyState>
      )}
    </>
  );
}
