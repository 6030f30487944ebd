import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import { isCoordinator } from "#app/auth/viewer.ts";
import { siteFormChoices } from "#app/features/sites/form-choices.server.ts";
import { AmendmentForm } from "#app/features/supply/AmendmentForm.tsx";
import { canWrite } from "#app/features/supply/access.ts";
import { amend } from "#app/features/supply/amend.server.ts";
import { findAgreement, listVersions } from "#app/features/supply/queries/agreements.server.ts";
import { amendmentForm } from "#app/features/supply/schema.ts";
import { termsValues } from "#app/features/supply/terms.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const agreement = found(await findAgreement(viewer, readId(params.agreementId), context.today));
  allow(canWrite(viewer, agreement) && agreement.state !== "ended");
  const [[newest], { species }] = await Promise.all([
    listVersions(viewer, agreement.id),
    siteFormChoices(viewer, context),
  ]);
  const version = found(newest);
  return {
    title: context.t("supply:agreement.amendOf", { code: agreement.code }),
    id: agreement.id,
    ids: { versionId: uuidv7(), pictureId: uuidv7() },
    version: version.number,
    values: termsValues(version),
    term: { startsOn: agreement.startsOn, endsOn: agreement.endsOn },
    species,
    needsPaper: isCoordinator(viewer),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  const agreement = found(await findAgreement(writer.viewer, readId(params.agreementId), context.today));
  allow(canWrite(writer.viewer, agreement));
  const submission = await parseWithZod(await request.formData(), { schema: amendmentForm, async: true });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    await amend(writer, agreement, submission.value, submission.payload);
    return redirect(`/agreements/${agreement.id}`);
  });
}

export default function Amend() {
  const { title, id, ...form } = useLoaderData<typeof loader>();
  const { t } = useTranslation("supply");
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            items={[
              { to: "/agreements", label: t("agreements") },
              { to: `/agreements/${id}`, label: title },
            ]}
          />
        }
        title={title}
        answer={t("agreement.amendAnswer")}
      />
      <AmendmentForm {...form} answer={answer} />
    </>
  );
}
