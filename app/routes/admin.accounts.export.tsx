import type { LoaderFunctionArgs } from "@remix-run/node";
import { listAccounts } from "#app/auth/accounts.server.ts";
import { accountFilter } from "#app/auth/schema.ts";
import { isCoordinator } from "#app/auth/viewer.ts";
import { answerSheet, pagesOf } from "#app/features/exchange/answer-sheet.server.ts";
import { accountSheet } from "#app/features/exchange/definitions/accounts.ts";
import { allow } from "#app/http/answers.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";
import { formatTime } from "#app/i18n/format.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(isCoordinator(viewer));
  const filter = readParameters(request, accountFilter);
  const rows = pagesOf(
    (page) => listAccounts(viewer, filter, page),
    (accounts) =>
      accounts.map(({ login, name, role, townName, organizationName, lastSeenAt, endedAt }) => ({
        ...{ login, name, role, townName, organizationName },
        lastSeenAt: lastSeenAt && formatTime(lastSeenAt),
        endedAt: endedAt && formatTime(endedAt),
      })),
  );
  return answerSheet(request, context, accountSheet, rows);
}
