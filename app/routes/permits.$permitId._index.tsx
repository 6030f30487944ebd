import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { v7 as uuidv7 } from "uuid";
import { Refused } from "#app/audit/errors.ts";
import { History } from "#app/audit/History.tsx";
import { listAudit } from "#app/audit/list.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { canEditPermit, canListPermits } from "#app/features/sites/access.ts";
import { PermitEnd } from "#app/features/sites/PermitEnd.tsx";
import { PermitFacts } from "#app/features/sites/PermitFacts.tsx";
import { PermitForm } from "#app/features/sites/PermitForm.tsx";
import { PermitStandingBadge } from "#app/features/sites/PermitStandingBadge.tsx";
import { findPermit, updatePermits } from "#app/features/sites/queries/permits.server.ts";
import { permitEnd, permitForm, permitReopening } from "#app/features/sites/schema.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
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
  const form = await request.formData();
  const act = { end, reopen }[String(form.get("intent"))] ?? save;
  return act(writer, permit, form);
}

type Permit = NonNullable<Awaited<ReturnType<typeof findPermit>>>;

async function save(writer: Writer, { id }: Permit, form: FormData) {
  const submission = await parseWithZod(form, { schema: permitForm, async: true });
  if (submission.status !== "success") return refuseForm(submission);
  const { version, pictureId, picture, ...fields } = submission.value;
  return answerWrite(submission, async () => {
    const kept = picture && { id: pictureId, ...picture };
    await updatePermits(writer, [{ id, version, fields, picture: kept }]);
    return redirect(`/permits/${id}`);
  });
}

async function end(writer: Writer, { id, issuedOn }: Permit, form: FormData) {
  const submission = parseWithZod(form, { schema: permitEnd });
  if (submission.status !== "success") return refuseForm(submission);
  const { version, endedOn } = submission.value;
  return answerWrite(submission, async () => {
    if (issuedOn && endedOn < issuedOn) throw new Refused("endedOn", "error.endBeforeStart");
    await updatePermits(writer, [{ id, version, fields: { endedOn } }]);
    return redirect(`/permits/${id}`);
  });
}

async function reopen(writer: Writer, { id }: Permit, form: FormData) {
  const submission = parseWithZod(form, { schema: permitReopening });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    await updatePermits(writer, [{ id, version: submission.value.version, fields: { endedOn: null } }]);
    return redirect(`/permits/${id}`);
  });
}

export default function PermitPage() {
  const { permit, mayEdit, hasList, history, pictureId, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["sites", "common"]);
  const answer = useActionData<Unwritten>();
  const answerTo = (...intents: unknown[]) =>
    intents.includes(answer?.result.initialValue?.intent) ? answer : undefined;
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
      {mayEdit && !permit.endedOn && (
        <Section title={t("permit.edit")}>
          <PermitForm
            key={permit.version}
            values={permit}
            hidden={permit}
            pictureId={pictureId}
            hasPicture={permit.pictureId !== null}
            answer={answerTo("save")}
          />
        </Section>
      )}
      {mayEdit && (
        <PermitEnd
          key={`end-${permit.version}`}
          permit={permit}
          today={today}
          answer={answerTo("end", "reopen")}
        />
      )}
      {history && (
        <Section title={t("history")}>
          <History entries={history} />
        </Section>
      )}
    </>
  );
}
