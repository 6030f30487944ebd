import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import * as z from "zod";
import { env } from "#app/env.server.ts";
import { drawCode } from "#app/features/production/recording/draw-code.server.ts";
import { readPonds, shortName } from "#app/features/production/recording/load-entry.server.ts";
import { PondLabels } from "#app/features/production/recording/PondLabels.tsx";
import { badParameter } from "#app/http/answers.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";

export const meta = titleFromLoader;

const whose = z.object({ organization: z.uuid().optional() });
const labelsPerPage = 8;

/** Labels for the ponds of a village: a code that opens the record of just this pond. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const ponds = (await readPonds(viewer, readParameters(request, whose))) ?? badParameter("organization");
  const origin = env.PUBLIC_ORIGIN ?? new URL(request.url).origin;
  return {
    title: context.t("recording:labels.title"),
    labels: await Promise.all(
      ponds.sites.map(async ({ id, code, name, operatorName }) => ({
        ...{ id, code, operatorName, name: shortName(name, operatorName) },
        svg: await drawCode(`${origin}/record?site=${id}`),
      })),
    ),
  };
}

export default function Labels() {
  const { title, labels } = useLoaderData<typeof loader>();
  const { t } = useTranslation("recording");
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={title}
          answer={t("labels.answer", { count: labels.length, perPage: labelsPerPage })}
        />
      </div>
      {labels.length === 0 ? <EmptyState title={t("labels.none")} /> : <PondLabels labels={labels} />}
    </>
  );
}
