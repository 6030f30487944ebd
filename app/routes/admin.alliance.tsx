import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { History } from "#app/audit/History.tsx";
import { listAudit } from "#app/audit/list.server.ts";
import { isCoordinator } from "#app/auth/viewer.ts";
import { AllianceForm } from "#app/features/overview/AllianceForm.tsx";
import { allianceFields, largestBoundary } from "#app/features/overview/alliance-fields.ts";
import { findAlliance, updateAlliance } from "#app/features/overview/queries/alliance.server.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow } from "#app/http/answers.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  allow(isCoordinator(viewer));
  const [alliance, history] = await Promise.all([
    findAlliance(viewer),
    listAudit(viewer, { subject: viewer.allianceId }, { limit: 20 }),
  ]);
  return {
    title: context.t("auth:alliance.title"),
    alliance,
    largest: largestBoundary,
    history: history.items,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  allow(isCoordinator(writer.viewer));
  const submission = await parseWithZod(await request.formData(), { schema: allianceFields, async: true });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    await updateAlliance(writer, submission.value);
    return redirect("/admin/alliance");
  });
}

export default function Alliance() {
  const { title, alliance, largest, history } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  const { t, i18n } = useTranslation("auth");
  const { boundaryKm2, boundaryPoints, countyCode, countyName, version } = alliance;
  return (
    <>
      <PageHeader
        title={title}
        answer={
          <>
            <span lang="zh">{alliance.name}</span> · <span lang="zh">{countyName}</span> {countyCode}
          </>
        }
      />
      <AllianceForm
        // After a save the form starts from what stands there now.
        key={version}
        alliance={alliance}
        boundary={
          boundaryKm2 === null
            ? t("alliance.noBoundary")
            : t("alliance.hasBoundary", {
                area: formatNumber(boundaryKm2, i18n.language, 1),
                points: formatNumber(boundaryPoints, i18n.language),
              })
        }
        largest={largest}
        answer={answer}
      />
      <Section title={t("accounts.history")}>
        <History entries={history} />
      </Section>
    </>
  );
}
