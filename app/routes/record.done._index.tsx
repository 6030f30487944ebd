import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Missing, Refused } from "#app/audit/errors.ts";
import { NotAllowed } from "#app/features/production/errors.ts";
import { KindHeader } from "#app/features/production/recording/KindHeader.tsx";
import { loadRecorded } from "#app/features/production/recording/load-recorded.server.ts";
import { PondScript } from "#app/features/production/recording/PondScript.tsx";
import { RecordedList } from "#app/features/production/recording/RecordedList.tsx";
import { undoEntries } from "#app/features/production/recording/save-entry.server.ts";
import { errorText } from "#app/forms/errorText.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Notice } from "#app/ui/Notice.tsx";

export const meta = titleFromLoader;
export const handle = { scripts: false };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(viewer.role !== "inspector");
  const recorded = await loadRecorded({ viewer, now: context.now }, found(await context.visit()), request);
  const waiting = recorded.filter((one) => one.waiting).length;
  const word = waiting === 0 ? "title" : waiting < recorded.length ? "mixed" : "waiting";
  return { title: context.t(`recording:recorded.${word}`), recorded, accountId: viewer.userId };
}

/** Undo: within ten minutes, by who wrote it, without a reason. */
export async function action({ request, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  try {
    return await undoEntries(writer, await request.formData());
  } catch (error) {
    if (error instanceof Refused) return data({ refused: error.message }, { status: 400 });
    if (error instanceof Missing) throw data(null, { status: 404 });
    if (error instanceof NotAllowed) allow(false);
    throw error;
  }
}

export default function Done() {
  const { title, recorded, accountId } = useLoaderData<typeof loader>();
  const answer = useActionData<{ refused: string }>();
  const { t } = useTranslation(["recording", "common"]);
  return (
    <>
      <KindHeader title={title} />
      <PondScript accountId={accountId} />
      {answer && <Notice tone="error">{errorText(t as never, answer.refused)}</Notice>}
      <RecordedList recorded={recorded} />
      <div className="flex flex-wrap gap-3">
        <ButtonLink reloadDocument to="/record" icon="plus" variant="primary">
          {t("recorded.another")}
        </ButtonLink>
        <ButtonLink to="/" icon="home">
          {t("recorded.today")}
        </ButtonLink>
      </div>
    </>
  );
}
