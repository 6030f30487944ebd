import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import * as z from "zod";
import { canDecideHolds } from "#app/features/production/treatments/access.ts";
import { findLotToHold, placeHold } from "#app/features/production/treatments/queries/holds.server.ts";
import { ReasonForm } from "#app/features/production/treatments/ReasonForm.tsx";
import { holdForm } from "#app/features/production/treatments/schema.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

const parameters = z.object({ lot: z.uuid() });

async function readLot({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(canDecideHolds(viewer));
  return found(await findLotToHold(viewer, readParameters(request, parameters).lot));
}

export async function loader(args: LoaderFunctionArgs) {
  const { code, siteName } = await readLot(args);
  return { title: args.context.t("treatments:hold.place"), code, siteName, id: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const lot = await readLot(args);
  const submission = parseWithZod(await args.request.formData(), { schema: holdForm });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    await placeHold(await args.context.writer(), { ...submission.value, lotId: lot.id });
    return redirect(`/holds/${submission.value.id}?kind=inspector`);
  });
}

export default function NewHold() {
  const { title, code, siteName, id } = useLoaderData<typeof loader>();
  const { t } = useTranslation("treatments");
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: "/withdrawals", label: t("withdrawals.title") }]} />}
        title={title}
        answer={
          <>
            {code} · <span lang="zh">{siteName}</span>
          </>
        }
      />
      <ReasonForm
        answer={answer}
        label={t("field.reason")}
        hint={t("hold.placeHint")}
        button={title}
        hidden={{ id }}
      />
    </>
  );
}
