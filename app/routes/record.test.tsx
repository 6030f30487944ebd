import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import * as z from "zod";
import { canInspect, canRecord } from "#app/features/production/access.ts";
import { eventBody } from "#app/features/production/events/registry.ts";
import { answerEvent, confirmedIn } from "#app/features/production/treatments/answer-event.server.ts";
import { selectable } from "#app/features/production/treatments/labels.ts";
import { recordTest } from "#app/features/production/treatments/queries/record-test.server.ts";
import {
  findSiteOfProduction,
  listLotsAt,
  listSitesWithLots,
} from "#app/features/production/treatments/queries/sites-to-record.server.ts";
import { SiteChoice } from "#app/features/production/treatments/SiteChoice.tsx";
import { testForm } from "#app/features/production/treatments/schema.ts";
import { TestForm } from "#app/features/production/treatments/TestForm.tsx";
import { testBody } from "#app/features/production/treatments/test-body.ts";
import { refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

const parameters = z.object({ site: z.uuid().optional(), q: z.string().max(60).optional() });
const blank = { item: "", limit: "", result: "", passed: "" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { site: siteId, q } = readParameters(request, parameters);
  const { today, language, t } = context;
  const title = t("treatments:test.title");
  const named = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }) =>
    language === "zh" ? nameZh : nameEn;
  if (siteId === undefined)
    return { title, site: undefined, sites: await listSitesWithLots(viewer, { q, limit: 50 }) };
  const site = found(await findSiteOfProduction(viewer, siteId));
  allow(canRecord(viewer, site) || canInspect(viewer));
  const lots = await listLotsAt(viewer, site.id);
  return {
    title,
    site,
    hidden: { id: uuidv7(), reportId: uuidv7() },
    values: {
      sampledOn: today,
      lotId: lots.length === 1 ? lots[0]?.id : undefined,
      items: [blank, blank, blank, blank],
    },
    lots: lots.map((lot) => ({
      value: lot.id,
      label: `${lot.code} · ${named(lot)} · ${t(`production:form.${lot.form}`)}`,
    })),
    drugs: selectable.map((drug) => ({ value: drug.id, label: named(drug) })),
    today,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  const { site: siteId } = readParameters(request, parameters);
  const site = found(siteId === undefined ? undefined : await findSiteOfProduction(writer.viewer, siteId));
  allow(canRecord(writer.viewer, site) || canInspect(writer.viewer));
  const form = await request.formData();
  const submission = await parseWithZod(form, { schema: testForm, async: true });
  if (submission.status !== "success") return refuseForm(submission);
  return answerEvent(submission, async () => {
    const { report, reportId, ...typed } = submission.value;
    const lot = (await listLotsAt(writer.viewer, site.id)).find(({ id }) => id === typed.lotId);
    const said = testBody(typed, { now: context.now, lotStartedAt: lot?.startedAt });
    const body = eventBody.parse({ ...said, accept: confirmedIn(form) });
    await recordTest(writer, body, report && { id: reportId, ...report });
    return redirect(`/withdrawals?site=${site.id}`);
  });
}

export default function RecordTest() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("treatments");
  const answer = useActionData<Unwritten>();
  if (!page.site)
    return (
      <>
        <PageHeader title={page.title} answer={t("test.choose")} />
        <SiteChoice label={t("test.choose")} sites={page.sites} kind="test" />
      </>
    );
  const { title, site, hidden, values, lots, drugs, today } = page;
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
      {lots.length === 0 ? (
        <p className="text-muted">{t("test.noLot")}</p>
      ) : (
        <TestForm {...{ hidden, values, lots, drugs, today, answer }} />
      )}
    </>
  );
}
