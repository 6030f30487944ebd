import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import * as z from "zod";
import { Missing, Refused } from "#app/audit/errors.ts";
import { ownOrganizationId } from "#app/auth/viewer.ts";
import { canSettle } from "#app/features/production/access.ts";
import { Doubtful } from "#app/features/production/errors.ts";
import { words } from "#app/features/production/events/event.ts";
import { countPending, findPending, listPending } from "#app/features/production/queries/pending.server.ts";
import { PendingList, type SettleAnswer } from "#app/features/production/recording/PendingList.tsx";
import { bookPending, dropPending } from "#app/features/production/settle-pending.server.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { Link } from "#app/ui/Link.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

const shown = 100;

/** What could not be booked: whoever it concerns sees it, the town and the county settle it. */
export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(viewer.role !== "inspector");
  const [pending, count] = await Promise.all([listPending(viewer, { limit: shown }), countPending(viewer)]);
  const visit = found(await context.visit());
  return {
    title: context.t("recording:pending.title"),
    count,
    records: ownOrganizationId(viewer) !== undefined,
    unit: visit.preferences.unit,
    pending: pending.map((row) => ({
      ...{ id: row.id, kind: row.kind, siteName: row.siteName, siteId: row.siteId, lotCode: row.lotCode },
      ...{ occurredAt: row.occurredAt, recordedAt: row.recordedAt, accountName: row.accountName },
      why: {
        ...{
          reason: row.reason,
          shortCount: row.shortCount,
          shortMassG: row.shortMassG,
          message: row.message,
        },
        shortAt: row.shortAt?.toISOString() ?? null,
      },
      maySettle: canSettle(viewer, row),
    })),
  };
}

const dropping = z.object({ reason: words });

export async function action({ request, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  const form = await request.formData();
  const id = found(z.uuid().safeParse(form.get("id")).data);
  const pending = found(await findPending(writer.viewer, id));
  allow(canSettle(writer.viewer, pending));
  try {
    if (form.get("intent") === "drop") {
      const submission = parseWithZod(form, { schema: dropping });
      if (submission.status !== "success")
        return data<SettleAnswer>({ id, refused: "error.required" }, { status: 400 });
      await dropPending(writer, pending, submission.value.reason);
      return redirect("/pending");
    }
    const accept = form.has("accept") ? form.getAll("asked").map(String) : [];
    const booked = await bookPending(writer, pending, accept);
    return booked ? redirect("/pending") : data<SettleAnswer>({ id, still: true }, { status: 422 });
  } catch (error) {
    if (error instanceof Refused) return data<SettleAnswer>({ id, refused: error.message }, { status: 422 });
    if (error instanceof Doubtful)
      return data<SettleAnswer>({ id, doubts: error.doubts.flatMap(({ codes }) => codes) }, { status: 422 });
    if (error instanceof Missing) throw data(null, { status: 404 });
    throw error;
  }
}

export default function Pending() {
  const { title, count, records, pending, unit } = useLoaderData<typeof loader>();
  const answer = useActionData<SettleAnswer>();
  const { t } = useTranslation("recording");
  return (
    <>
      <PageHeader title={title} answer={count > 0 && t("pending.answer", { count })} />
      {count === 0 ? (
        <EmptyState title={t("pending.none")}>{t("pending.noneHint")}</EmptyState>
      ) : (
        <PendingList pending={pending} unit={unit} answer={answer} />
      )}
      {records && (
        <p>
          <Link to="/record" reloadDocument>
            {t("pending.onPhone")}
          </Link>
        </p>
      )}
    </>
  );
}
