import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import { isCoordinator } from "#app/auth/viewer.ts";
import { siteFormChoices } from "#app/features/sites/form-choices.server.ts";
import { AgreementForm } from "#app/features/supply/AgreementForm.tsx";
import { canRegister } from "#app/features/supply/access.ts";
import { signAgreements } from "#app/features/supply/queries/sign-agreements.server.ts";
import { readTerms } from "#app/features/supply/read-terms.ts";
import { newAgreementForm } from "#app/features/supply/schema.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow } from "#app/http/answers.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(canRegister(viewer));
  const { organizations, species } = await siteFormChoices(viewer, context);
  return {
    title: context.t("supply:agreement.add"),
    ids: { id: uuidv7(), versionId: uuidv7(), pictureId: uuidv7() },
    parties: organizations,
    species,
    needsPaper: isCoordinator(viewer),
    today: context.today,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  allow(canRegister(writer.viewer));
  const submission = await parseWithZod(await request.formData(), { schema: newAgreementForm, async: true });
  if (submission.status !== "success") return refuseForm(submission);
  const { id, code, kind, supplierId, buyerId, startsOn, endsOn, note, picture, pictureId, ...said } =
    submission.value;
  return answerWrite(submission, async () => {
    await signAgreements(writer, [
      {
        ...{ id, code, kind, supplierId, buyerId, startsOn, endsOn, note },
        version: readTerms(said, { startsOn, endsOn }),
        file: picture && { id: pictureId, ...picture },
      },
    ]);
    return redirect(`/agreements/${id}`);
  });
}

export default function NewAgreement() {
  const { title, ...form } = useLoaderData<typeof loader>();
  const { t } = useTranslation("supply");
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: "/agreements", label: t("agreements") }]} />}
        title={title}
        answer={t("agreement.addAnswer")}
      />
      <AgreementForm {...form} answer={answer} />
    </>
  );
}
