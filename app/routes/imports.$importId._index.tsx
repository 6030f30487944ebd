import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import * as z from "zod";
import { ImportNotes } from "#app/features/exchange/ImportNotes.tsx";
import { ImportOutcome } from "#app/features/exchange/ImportOutcome.tsx";
import { ImportRows } from "#app/features/exchange/ImportRows.tsx";
import { rowStatuses } from "#app/features/exchange/kinds.ts";
import { confirmImport, findImport, listImportRows } from "#app/features/exchange/queries/imports.server.ts";
import { RowFilter } from "#app/features/exchange/RowFilter.tsx";
import { openRegister } from "#app/features/exchange/registers/open-register.server.ts";
import { showImport } from "#app/features/exchange/show-import.ts";
import { showRow } from "#app/features/exchange/show-row.ts";
import { wordsOf } from "#app/features/exchange/words.server.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { rowsPerPage } from "#app/http/bounds.ts";
import { readId, readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Pagination } from "#app/ui/Pagination.tsx";

export const meta = titleFromLoader;

const parameters = z.object({
  status: z.enum(rowStatuses).optional(),
  after: z.coerce.number().int().nonnegative().optional(),
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { status, after } = readParameters(request, parameters);
  const imported = found(await findImport(viewer, readId(params.importId)));
  const [{ definition }, page] = await Promise.all([
    openRegister(imported.kind, viewer, context.today),
    listImportRows(imported, { status, after, limit: rowsPerPage }),
  ]);
  const words = wordsOf(context);
  return {
    title: imported.fileName,
    imported: showImport(imported, definition, viewer),
    rows: page.items.map((row) => showRow(row, definition, words)),
    next: page.next === undefined ? undefined : String(page.next),
    status,
  };
}

/** Stores what is shown: whoever saw another preview sees this one first. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  const imported = found(await findImport(writer.viewer, readId(params.importId)));
  allow(imported.accountId === writer.viewer.userId);
  const form = await request.formData();
  const { warning = 0 } = imported.counts as Record<string, number>;
  if (warning > 0 && !form.has("accept")) return data({ unticked: true }, { status: 422 });
  await confirmImport(writer, { id: imported.id, fingerprint: String(form.get("fingerprint")) });
  return redirect(`/imports/${imported.id}`);
}

export default function Import() {
  const { title, imported, rows, next, status } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTranslation("exchange");
  const { kind, counts, total } = imported;
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: "/imports", label: t("title") }]} />}
        title={title}
        answer={t("summary", { kind: t(`kind.${kind}`), number: formatNumber(total, i18n.language) })}
      />
      <ImportNotes {...imported} />
      <ImportOutcome imported={imported} unticked={answer?.unticked ?? false} />
      <RowFilter counts={counts} total={total} chosen={status} />
      <ImportRows rows={rows} />
      <Pagination shown={rows.length} total={status ? counts[status] : total} next={next} />
    </>
  );
}
