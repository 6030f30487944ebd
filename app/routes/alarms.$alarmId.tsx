import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AlarmFacts } from "#app/features/production/water/AlarmFacts.tsx";
import { AlarmForm } from "#app/features/production/water/AlarmForm.tsx";
import { AlarmStateBadge } from "#app/features/production/water/AlarmStateBadge.tsx";
import { canRecordWater } from "#app/features/production/water/access.ts";
import { CallList } from "#app/features/production/water/CallList.tsx";
import { needsCall } from "#app/features/production/water/kinds.ts";
import { findAlarm } from "#app/features/production/water/queries/alarms.server.ts";
import { listCallees } from "#app/features/production/water/queries/call-list.server.ts";
import { acknowledgeAlarm, closeAlarm } from "#app/features/production/water/queries/settle-alarms.server.ts";
import { acknowledgeFields, closeFields } from "#app/features/production/water/schema.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const alarm = found(await findAlarm(viewer, readId(params.alarmId)));
  const calls = needsCall(alarm.kind) && alarm.state !== "closed";
  return {
    title: context.t(`water:alarm.kind.${alarm.kind}`),
    alarm,
    mayHandle: canRecordWater(viewer, alarm) && alarm.state !== "closed",
    callees: calls ? await listCallees(viewer, [alarm.operatorId], context.today) : undefined,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  const alarm = found(await findAlarm(writer.viewer, readId(params.alarmId)));
  allow(canRecordWater(writer.viewer, alarm));
  const form = await request.formData();
  const back = redirect(`/alarms/${alarm.id}`);
  switch (form.get("intent")) {
    case "acknowledge": {
      const submission = parseWithZod(form, { schema: acknowledgeFields });
      if (submission.status !== "success") return refuseForm(submission);
      return answerWrite(submission, async () => {
        await acknowledgeAlarm(writer, { id: alarm.id, ...submission.value });
        return back;
      });
    }
    case "close": {
      const submission = parseWithZod(form, { schema: closeFields });
      if (submission.status !== "success") return refuseForm(submission);
      return answerWrite(submission, async () => {
        await closeAlarm(writer, { id: alarm.id, ...submission.value });
        return back;
      });
    }
    default:
      throw data(null, { status: 400 });
  }
}

export default function Alarm() {
  const { title, alarm, mayHandle, callees } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten>();
  const { t } = useTranslation("water");
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: "/alarms", label: t("alarms") }]} />}
        title={title}
        marks={<AlarmStateBadge state={alarm.state} />}
        answer={<span lang="zh">{alarm.siteName}</span>}
      />
      {callees && <CallList callees={callees} />}
      <AlarmFacts alarm={alarm} />
      {mayHandle && <AlarmForm alarm={alarm} answer={answer} />}
    </>
  );
}
