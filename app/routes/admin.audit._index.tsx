import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AuditFilters } from "#app/audit/AuditFilters.tsx";
import { auditFilter } from "#app/audit/filter.ts";
import { History } from "#app/audit/History.tsx";
import { listAudit } from "#app/audit/list.server.ts";
import { listAccountNames } from "#app/auth/accounts.server.ts";
import { isCoordinator } from "#app/auth/viewer.ts";
import { allow, badParameter } from "#app/http/answers.server.ts";
import { rowsPerPage } from "#app/http/bounds.ts";
import { writePageKey } from "#app/http/page-key.server.ts";
import { readAfter, readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Card } from "#app/ui/Card.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { ExportLinks } from "#app/ui/ExportLinks.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Pagination } from "#app/ui/Pagination.tsx";

export const meta = titleFromLoader;

/** The log pages by time; a key of another list is no time. */
function readAuditKey(request: Request) {
  const after = readAfter(request);
  if (!after) return undefined;
  const at = new Date(after.sortKey);
  return Number.isNaN(at.getTime()) ? badParameter("after") : { at, id: after.id };
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(isCoordinator(viewer));
  const filter = readParameters(request, auditFilter);
  const [{ items, next }, accounts] = await Promise.all([
    listAudit(viewer, filter, { after: readAuditKey(request), limit: rowsPerPage }),
    listAccountNames(viewer),
  ]);
  return {
    title: context.t("audit:title"),
    entries: items,
    next: next && writePageKey({ sortKey: next.at.toISOString(), id: next.id }),
    accounts,
  };
}

export default function Audit() {
  const { title, entries, next, accounts } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["audit", "common"]);
  return (
    <>
      <PageHeader title={title} answer={t("answer")} actions={<ExportLinks of="/admin/audit" />} />
      <AuditFilters accounts={accounts} />
      {entries.length > 0 ? (
        <>
          <Card>
            <History entries={entries} linked />
          </Card>
          <Pagination shown={entries.length} next={next} />
        </>
      ) : (
        <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
      )}
    </>
  );
}
