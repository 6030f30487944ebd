import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import { History } from "#app/audit/History.tsx";
import { listAudit } from "#app/audit/list.server.ts";
import { canEditPermit, canListPermits } from "#app/features/sites/access.ts";
import { changePermit } from "#app/features/sites/change-permit.server.ts";
import { PermitEdits } from "#app/features/sites/PermitEdits.tsx";
import { PermitFacts } from "#app/features/sites/PermitFacts.tsx";
import { PermitStandingBadge } from "#app/features/sites/PermitStandingBadge.tsx";
import { findPermit } from "#app/features/sites/queries/permits.server.ts";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { Link } from "#app/ui/Link.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const permit = found(await findPermit(viewer, readId(params.permitId)));
  const mayEdit = canEditPermit(viewer, permit);
  const history = mayEdit ? await listAudit(viewer, { subject: permit.id }, { limit: 10 }) : undefined;
  return {
    title: permit.number,
    permit,
    mayEdit,
    hasList: canListPermits(viewer),
    history: history?.items,
    pictureId: uuidv7(),
    today: context.today,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  const permit = found(await findPermit(writer.viewer, readId(params.permitId)));
  allow(canEditPermit(writer.viewer, permit));
  return changePermit(writer, permit, await request.formData());
}

export default function PermitPage() {
  const { permit, mayEdit, hasList, history, pictureId, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["sites", "common"]);
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader
        breadcrumbs={hasList && <Breadcrumbs items={[{ to: "/permits", label: t("permits") }]} />}
        title={t(`permit.kind.${permit.kind}`)}
        marks={<PermitStandingBadge permit={permit} today={today} />}
        answer={
          <Link to={permit.siteId ? `/sites/${permit.siteId}` : `/members/${permit.holderId}`} lang="zh">
            {permit.siteName ?? permit.holderName}
          </Link>
        }
      />
      <PermitFacts permit={permit} />
      {mayEdit && <PermitEdits permit={permit} pictureId={pictureId} today={today} answer={answer} />}
      {history && (
        <Section title={t("history")}>
          <History entries={history} />
        </Section>
      )}
    </>
  );
}
