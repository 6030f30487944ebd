import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { canImport, importKinds } from "#app/features/exchange/access.ts";
import { ImportTable } from "#app/features/exchange/ImportTable.tsx";
import { listImports } from "#app/features/exchange/queries/imports.server.ts";
import { mayImport, receiveSheet, uploadFields } from "#app/features/exchange/receive-sheet.server.ts";
import { UploadForm } from "#app/features/exchange/UploadForm.tsx";
import { refuseForm } from "#app/forms/answer-write.server.ts";
import { allow } from "#app/http/answers.server.ts";
import { rowsPerPage } from "#app/http/bounds.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(canImport(viewer));
  const imports = await listImports(viewer, rowsPerPage);
  return {
    title: context.t("exchange:title"),
    kinds: importKinds(viewer),
    role: viewer.role === "inspector" ? undefined : viewer.role,
    imports: imports.map(({ counts, ...one }) => ({
      ...one,
      rows: Object.values(counts as Record<string, number>).reduce((sum, count) => sum + count, 0),
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await context.viewer();
  allow(canImport(viewer));
  const submission = parseWithZod(await request.formData(), { schema: uploadFields });
  if (submission.status !== "success") return refuseForm(submission);
  allow(mayImport(viewer, submission.value.kind));
  const received = await receiveSheet(submission.value, context, request.signal);
  if ("id" in received) return redirect(`/imports/${received.id}`);
  return data({ result: submission.reply(), refused: received.refused }, { status: 400 });
}

export default function Imports() {
  const { title, kinds, role, imports } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("exchange");
  return (
    <>
      <PageHeader
        title={title}
        answer={
          <>
            {t("answer")} {role && t(`scope.${role}`)}
          </>
        }
      />
      <Section title={t("start")}>
        <UploadForm kinds={kinds} answer={answer} />
      </Section>
      <Section title={t("mine")}>
        {imports.length > 0 ? (
          <ImportTable imports={imports} />
        ) : (
          <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
        )}
      </Section>
    </>
  );
}
