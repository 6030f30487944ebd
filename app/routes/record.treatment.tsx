import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import * as z from "zod";
import { Refused } from "#app/audit/errors.ts";
import { canRecord } from "#app/features/production/access.ts";
import { eventBody } from "#app/features/production/events/registry.ts";
import { recordEvents } from "#app/features/production/queries/record-events.server.ts";
import { answerEvent, confirmedIn } from "#app/features/production/treatments/answer-event.server.ts";
import { drugOptions } from "#app/features/production/treatments/drug-options.ts";
import { FitPreview } from "#app/features/production/treatments/FitPreview.tsx";
import { foresee } from "#app/features/production/treatments/foresee.ts";
import {
  findSiteOfProduction,
  listSitesWithLots,
} from "#app/features/production/treatments/queries/sites-to-record.server.ts";
import { SiteChoice } from "#app/features/production/treatments/SiteChoice.tsx";
import { treatmentForm } from "#app/features/production/treatments/schema.ts";
import { TreatmentForm } from "#app/features/production/treatments/TreatmentForm.tsx";
import { treatmentBody, treatmentFields } from "#app/features/production/treatments/treatment-body.ts";
import { refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

const parameters = z.object({ site: z.uuid().optional(), q: z.string().max(60).optional() });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(viewer.role !== "inspector");
  const { site: siteId, q } = readParameters(request, parameters);
  const { today, language, t } = context;
  const title = t("treatments:treatment.title");
  if (siteId === undefined)
    return { title, site: undefined, sites: await listSitesWithLots(viewer, { q, limit: 50 }) };
  const site = found(await findSiteOfProduction(viewer, siteId));
  allow(canRecord(viewer, site));
  return {
    title,
    site,
    id: uuidv7(),
    values: { firstOn: today, doses: "1", daysApart: "1", appliedBy: viewer.name },
    preview: foresee(site.kind, today, language),
    today,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  const { site: siteId } = readParameters(request, parameters);
  const site = found(siteId === undefined ? undefined : await findSiteOfProduction(writer.viewer, siteId));
  allow(canRecord(writer.viewer, site));
  const form = await request.formData();
  const submission = parseWithZod(form, { schema: treatmentForm });
  if (submission.status !== "success") return refuseForm(submission);
  return answerEvent(submission, async () => {
    const body = eventBody.parse({ ...treatmentBody(submission.value, site.id), accept: confirmedIn(form) });
    try {
      await recordEvents(writer, [body]);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw new Refused(treatmentFields[error.field] ?? error.field, error.message);
    }
    return redirect(`/withdrawals?site=${site.id}`);
  });
}

export default function RecordTreatment() {
  const page = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation(["treatments", "common"]);
  const answer = useActionData<Unwritten>();
  if (!page.site)
    return (
      <>
        <PageHeader title={page.title} answer={t("treatment.choose")} />
        <SiteChoice label={t("treatment.choose")} sites={page.sites} kind="treatment" />
      </>
    );
  const { title, site, id, values, preview, today } = page;
  return (
    <>
      <PageHeader
        title={title}
        answer={
          <>
            <span lang="zh">{site.name}</span> · {site.code}
          </>
        }
      />
      <TreatmentForm
        id={id}
        values={values}
        drugs={drugOptions(today, i18n.language, t)}
        today={today}
        answer={answer}
      />
      <Section title={t("treatment.preview")} note={t("treatment.previewNote", { site: site.code })}>
        <FitPreview rows={preview} />
      </Section>
    </>
  );
}
