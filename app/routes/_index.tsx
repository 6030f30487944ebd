import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CoordinatorPage } from "#app/features/overview/CoordinatorPage.tsx";
import { EnterprisePage } from "#app/features/overview/EnterprisePage.tsx";
import { loadFirstPage } from "#app/features/overview/first-page.server.ts";
import { InspectorPage } from "#app/features/overview/InspectorPage.tsx";
import { TownPage } from "#app/features/overview/TownPage.tsx";
import { VillagePage } from "#app/features/overview/VillagePage.tsx";
import { titleFromLoader } from "#app/http/title.ts";

export const meta = titleFromLoader;

export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  return {
    title: context.t(`overview:navigation.${viewer.role === "village" ? "today" : "overview"}`),
    page: await loadFirstPage(viewer, context.now),
  };
}

export default function FirstPage() {
  const { page } = useLoaderData<typeof loader>();
  switch (page.role) {
    case "coordinator":
      return <CoordinatorPage {...page} />;
    case "town":
      return <TownPage {...page} />;
    case "village":
      return <VillagePage {...page} />;
    case "enterprise":
      return <EnterprisePage {...page} />;
    case "inspector":
      return <InspectorPage {...page} />;
  }
}
