import type { AppLoadContext } from "@remix-run/node";
import type { Viewer } from "#app/auth/viewer.ts";
import { canManagePeople } from "./access.ts";
import { organizationKinds } from "./kinds.ts";
import { listOrganizationChoices } from "./queries/find-organization.server.ts";
import { listTowns } from "./queries/towns.server.ts";

type Choice = Awaited<ReturnType<typeof listOrganizationChoices>>[number];

/** What a form offers as owner, operator, partner or village, by kind; villages' names repeat, so their town stands behind. */
export async function listOrganizationOptions(
  viewer: Viewer,
  { today, t }: AppLoadContext,
  offered: (choice: Choice) => boolean = () => true,
) {
  const [towns, choices] = await Promise.all([listTowns(viewer), listOrganizationChoices(viewer, today)]);
  const townNames = new Map(towns.map(({ code, name }) => [code, name]));
  return organizationKinds
    .map((kind) => ({
      group: t(`members:kind.${kind}`),
      options: choices
        .filter((choice) => choice.kind === kind && offered(choice))
        .map(({ id, name, townCode }) => ({
          value: id,
          label: kind === "village" && townCode ? `${name}（${townNames.get(townCode) ?? ""}）` : name,
        })),
    }))
    .filter(({ options }) => options.length > 0);
}

/** The villages whose people the viewer may enter. */
export async function listVillageOptions(viewer: Viewer, context: AppLoadContext) {
  return listOrganizationOptions(
    viewer,
    context,
    (choice) => choice.kind === "village" && canManagePeople(viewer, choice),
  );
}
