import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import * as z from "zod";
import type { Viewer } from "#app/auth/viewer.ts";
import { canRegister, canWrite } from "#app/features/supply/access.ts";
import { findAgreement } from "#app/features/supply/queries/agreements.server.ts";
import { loadDraft } from "#app/features/supply/settlement/load-draft.server.ts";
import { StatementForm } from "#app/features/supply/settlement/StatementForm.tsx";
import { answerDraft, type DraftAnswer } from "#app/features/supply/settlement/write-form.server.ts";
import { errorText } from "#app/forms/errorText.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { Button } from "#app/ui/Button.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { Notice } from "#app/ui/Notice.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

const parameters = z.object({
  agreement: z.uuid().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  corrects: z.uuid().optional(),
});

async function agreementOf(viewer: Viewer, id: string, today: string) {
  const agreement = found(await findAgreement(viewer, id, today));
  allow(canWrite(viewer, agreement) && agreement.state !== "proposed");
  return agreement;
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(canRegister(viewer));
  const { today, t } = context;
  const { agreement: id, from, to, corrects } = readParameters(request, parameters);
  if (!id) return { title: t("settlement:add"), names: undefined, draft: undefined };
  const agreement = await agreementOf(viewer, id, today);
  const asked = { fromOn: from, toOn: to, correctsId: corrects };
  const draft = await loadDraft(viewer, agreement, asked, today);
  return {
    title: draft.corrects
      ? t("settlement:correctOf", { code: draft.corrects })
      : t("settlement:newOf", { code: agreement.code }),
    names: `${agreement.supplierName} → ${agreement.buyerName}`,
    draft: { ...draft, agreementId: agreement.id },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  allow(canRegister(writer.viewer));
  const { agreement: id } = readParameters(request, parameters.required({ agreement: true }));
  const agreement = await agreementOf(writer.viewer, id, context.today);
  return answerDraft(writer, agreement.id, await request.formData());
}

export default function NewSettlement() {
  const { title, names, draft } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["settlement", "common"]);
  const answer = useActionData<DraftAnswer>();
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: "/settlements", label: t("title") }]} />}
        title={title}
        answer={names && <span lang="zh">{names}</span>}
      />
      {!draft && <EmptyState title={t("pick")} />}
      {draft && !draft.corrects && <ChoosePeriod {...draft} />}
      {draft?.problem && !answer && <Notice tone="warning">{errorText(t as never, draft.problem)}</Notice>}
      {draft && <StatementForm key={draft.period.fromOn + draft.period.toOn} {...draft} answer={answer} />}
    </>
  );
}

type ChoosePeriodProps = { agreementId: string; period: { fromOn: string; toOn: string } };

function ChoosePeriod({ agreementId, period }: ChoosePeriodProps) {
  const { t } = useTranslation("settlement");
  return (
    <Form className="flex flex-wrap items-end gap-3" aria-label={t("choose")}>
      <input type="hidden" name="agreement" value={agreementId} />
      <label className="flex flex-col gap-1 font-medium">
        {t("fromOn")}
        <input type="date" name="from" defaultValue={period.fromOn} className="control max-w-52" />
      </label>
      <label className="flex flex-col gap-1 font-medium">
        {t("toOn")}
        <input type="date" name="to" defaultValue={period.toOn} className="control max-w-52" />
      </label>
      <Button type="submit">{t("chosen")}</Button>
    </Form>
  );
}
