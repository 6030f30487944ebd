import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerSheet, pagesOf } from "#app/features/exchange/answer-sheet.server.ts";
import { permitSheet } from "#app/features/exchange/definitions/permits.ts";
import { canListPermits } from "#app/features/sites/access.ts";
import { permitFilter } from "#app/features/sites/permit-filter.ts";
import { permitStanding } from "#app/features/sites/permit-standing.ts";
import { listPermits, permitKey } from "#app/features/sites/queries/permits.server.ts";
import { allow } from "#app/http/answers.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(canListPermits(viewer));
  const { today } = context;
  const filter = readParameters(request, permitFilter);
  const rows = pagesOf(
    async (page) => {
      const { items, next } = await listPermits(viewer, filter, { ...page, today });
      return { items, next: next && permitKey(next) };
    },
    (permits) =>
      permits.map((permit) => ({
        kind: permit.kind,
        number: permit.number,
        holder: permit.holderName,
        site: permit.siteName,
        issuer: permit.issuer,
        issuedOn: permit.issuedOn,
        expiresOn: permit.expiresOn,
        standing: permitStanding(permit, today),
      })),
  );
  return answerSheet(request, context, permitSheet, rows);
}
