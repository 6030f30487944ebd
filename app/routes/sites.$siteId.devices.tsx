import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import type { MadeToken } from "#app/auth/Tokens.tsx";
import { canManageDevices } from "#app/features/production/water/access.ts";
import { Devices } from "#app/features/production/water/Devices.tsx";
import {
  listDevices,
  makeDevice,
  revokeDevice,
} from "#app/features/production/water/queries/devices.server.ts";
import { findSiteWater } from "#app/features/production/water/queries/site-water.server.ts";
import { deviceFields } from "#app/features/production/water/schema.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

async function findManageable({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const site = found(await findSiteWater(viewer, readId(params.siteId)));
  allow(canManageDevices(viewer, site));
  return { viewer, site };
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, site } = await findManageable(args);
  return {
    title: args.context.t("water:devices"),
    site: { id: site.id, name: site.name },
    devices: await listDevices(viewer, site.id),
    newId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const writer = await args.context.writer();
  const { site } = await findManageable(args);
  const place = { siteId: site.id, operatorId: site.operatorId };
  const form = await args.request.formData();
  if (form.get("intent") === "revoke") {
    found((await revokeDevice(writer, readId(String(form.get("id"))), place)) || undefined);
    return redirect(`/sites/${site.id}/devices`);
  }
  const submission = parseWithZod(form, { schema: deviceFields });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    const token = await makeDevice(writer, submission.value, place);
    return data<MadeToken>({ made: { name: submission.value.name, token } });
  });
}

export default function DevicesPage() {
  const { title, site, devices, newId } = useLoaderData<typeof loader>();
  const answer = useActionData<Unwritten | MadeToken>();
  const { t } = useTranslation("water");
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: `/sites/${site.id}/water`, label: site.name }]} />}
        title={title}
        answer={t("devicesNote")}
      />
      <Devices devices={devices} newId={newId} answer={answer} />
    </>
  );
}
