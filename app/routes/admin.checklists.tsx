import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import * as z from "zod";
import { History } from "#app/audit/History.tsx";
import { listAudit } from "#app/audit/list.server.ts";
import { canEditChecklists } from "#app/features/safety/access.ts";
import { ChecklistForm } from "#app/features/safety/ChecklistForm.tsx";
import { ChecklistKinds } from "#app/features/safety/ChecklistKinds.tsx";
import { findChecklist, saveChecklists } from "#app/features/safety/queries/checklists.server.ts";
import { checklistForm } from "#app/features/safety/schema.ts";
import { siteKinds } from "#app/features/sites/kinds.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow } from "#app/http/answers.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

const parameters = z.object({ kind: z.enum(siteKinds).default("pond") });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(canEditChecklists(viewer));
  const { kind } = readParameters(request, parameters);
  const checklist = await findChecklist(viewer, kind);
  const history = checklist.id
    ? await listAudit(viewer, { subject: checklist.id }, { limit: 10 })
    : undefined;
  return { title: context.t("safety:checklist.title"), kind, checklist, history: history?.items };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  allow(canEditChecklists(writer.viewer));
  const { kind: siteKind } = readParameters(request, parameters);
  const submission = parseWithZod(await request.formData(), { schema: checklistForm });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    await saveChecklists(writer, [{ siteKind, ...submission.value }]);
    return redirect(`/admin/checklists?kind=${siteKind}`);
  });
}

export default function Checklists() {
  const { title, kind, checklist, history } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  const { t } = useTranslation(["safety", "sites"]);
  return (
    <>
      <PageHeader title={title} answer={t("checklist.answer")} />
      <ChecklistKinds current={kind} />
      <Section title={t(`sites:kind.${kind}`)}>
        <ChecklistForm key={`${kind}-${checklist.version}`} checklist={checklist} answer={answer} />
      </Section>
      {history && (
        <Section title={t("checklist.history")}>
          <History entries={history} />
        </Section>
      )}
    </>
  );
}
