import type { LoaderFunctionArgs } from "@remix-run/node";
import { auditFilter } from "#app/audit/filter.ts";
import { listAudit } from "#app/audit/list.server.ts";
import { auditReader } from "#app/audit/reader.ts";
import { isCoordinator } from "#app/auth/viewer.ts";
import { answerSheet, pagesOf } from "#app/features/exchange/answer-sheet.server.ts";
import { auditSheet } from "#app/features/exchange/definitions/audit.ts";
import { allow } from "#app/http/answers.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";
import { formatTime } from "#app/i18n/format.ts";
import { i18nFor } from "#app/messages.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(isCoordinator(viewer));
  const { language } = context;
  const filter = readParameters(request, auditFilter);
  const t = i18nFor(language).getFixedT(language, "common");
  const rows = pagesOf(
    async ({ after, limit }) => {
      const from = after && { at: new Date(after.sortKey), id: after.id };
      const { items, next } = await listAudit(viewer, filter, { after: from, limit });
      return { items, next: next && { sortKey: next.at.toISOString(), id: next.id } };
    },
    (entries) =>
      entries.map((entry) => {
        const read = auditReader(entry, { t, language });
        const lines = (half: unknown) =>
          Object.entries((half ?? {}) as Record<string, unknown>)
            .map(([field, value]) => t("pair", { label: read.label(field), value: read.value(field, value) }))
            .join("\n");
        return {
          id: entry.id,
          at: formatTime(entry.at),
          account: entry.accountId === null ? t("audit:program" as "name") : entry.accountName,
          role: entry.accountRole,
          action: t(`audit:action.${entry.action}` as "name"),
          subject: entry.subjectLabel,
          before: lines(entry.before),
          after: lines(entry.after),
        };
      }),
  );
  return answerSheet(request, context, auditSheet, rows);
}
