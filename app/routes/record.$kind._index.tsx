import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import * as z from "zod";
import { EntryForm } from "#app/features/production/recording/EntryForm.tsx";
import { type EntryKind, entryOf, isEntryKind } from "#app/features/production/recording/entries.ts";
import { KindHeader } from "#app/features/production/recording/KindHeader.tsx";
import { loadEntry, readPonds } from "#app/features/production/recording/load-entry.server.ts";
import { PondScript } from "#app/features/production/recording/PondScript.tsx";
import { saveEntry } from "#app/features/production/recording/save-entry.server.ts";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { found } from "#app/http/answers.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";

export const meta = titleFromLoader;
export const handle = { scripts: false };

const place = z.object({ site: z.uuid().optional(), organization: z.uuid().optional() });
const sells = (kind: EntryKind | "again") => kind !== "again" && entryOf(kind).goods === true;
const readKind = (kind: string | undefined) =>
  found(isEntryKind(kind) || kind === "again" ? kind : undefined);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const kind = readKind(params.kind);
  const { site, organization } = readParameters(request, place);
  const ponds = await readPonds(viewer, { site, organization, goods: sells(kind) });
  if (!ponds) throw redirect("/record");
  const visit = found(await context.visit());
  const page = await loadEntry(kind, ponds, { ...context, viewer, visit, site });
  return { title: context.t(`recording:kind.${kind}`), page, accountId: viewer.userId };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  return saveEntry(writer, readKind(params.kind), await request.formData());
}

export default function Entry() {
  const { title, page, accountId } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  const { t } = useTranslation("recording");
  return (
    <>
      <KindHeader title={title} onBehalfOf={page.onBehalfOf} back />
      <PondScript accountId={accountId} />
      {page.kind === "again" && (
        <p className="text-muted">{t(page.choices.length > 0 ? "sameNote" : "sameNone")}</p>
      )}
      <EntryForm page={page} answer={answer} />
    </>
  );
}
