import { expect, test } from "vitest";
import { insertSites } from "#app/features/sites/queries/write-sites.server.ts";
import { makeAlliance, makeSite, now, townA } from "../factories.ts";
import { visitorsOf } from "./visitors.ts";

type Filled = { features: { properties: { id: string; fill?: number } }[] };

/** The sites that have a colour, by role, and everything the answer shows. */
async function filledFor(visitors: Awaited<ReturnType<typeof visitorsOf>>, role: "town", fill: string) {
  const layers = ["ponds", "others"].map(
    (layer): Promise<Filled> => visitors[role].json(`/map/sites.geojson?layer=${layer}&fill=${fill}`),
  );
  const features = (await Promise.all(layers)).flatMap((collection) => collection.features);
  return {
    shown: new Set(features.map(({ properties }) => properties.id)),
    filled: new Map(features.flatMap(({ properties: { id, fill } }) => (fill ? [[id, fill] as const] : []))),
  };
}

test("a map is coloured only where one may know of the fish, whatever it is coloured by", async () => {
  const alliance = await makeAlliance();
  const visitors = await visitorsOf(alliance);
  const { village, neighbour, otherVillage, otherEnterprise } = alliance.organizations;
  const at = (one: typeof village) => one.sites[0]?.id as string;
  // The village owns it and sees it; the neighbour operates it, and its fish are the neighbour's.
  const leased = makeSite({
    kind: "pond",
    townCode: townA,
    organizationId: neighbour.id,
    lng: 108.6,
    lat: 32.86,
  });
  await insertSites({ viewer: alliance.viewers.coordinator, now }, [{ ...leased, ownerId: village.id }]);
  const water = [village, neighbour, otherVillage, otherEnterprise].map(at);
  for (const fill of ["species", "alarms"]) {
    const seen = async (role: string) => filledFor(visitors, role as "town", fill);
    const all = (await seen("coordinator")).filled;
    for (const site of water) expect(all.get(site)).toBe(fill === "species" ? 4 : 1);
    const town = await seen("town");
    expect(town.shown).toContain(at(otherVillage));
    expect([town.filled.has(at(village)), town.filled.has(at(otherVillage))]).toEqual([true, false]);
    const own = await seen("village");
    expect(own.shown).toContain(leased.id);
    expect([...own.filled.keys()]).toEqual([at(village)]);
    expect([...(await seen("enterprise")).filled.keys()].filter((id) => water.includes(id))).toEqual([]);
  }
});

test("the list beside the map says in words what the colour says, and no colour is no word", async () => {
  const alliance = await makeAlliance();
  const { coordinator, otherTown } = await visitorsOf(alliance);
  const asked = `organization=${alliance.organizations.village.id}`;
  for (const [fill, words] of [
    ["species", "加州鲈"],
    ["density", "每立方米 "],
    ["alarms", "1 个报警没有关闭"],
    ["hazards", "1 处隐患没有整改"],
  ] as const) {
    expect(await coordinator.text(`/map?fill=${fill}&${asked}`)).toContain(`${words}`);
    const list = (await otherTown.text(`/map?fill=${fill}&${asked}`)).split("<aside")[0] ?? "";
    expect(list).not.toMatch(/<strong[^>]*>(加州鲈|每立方米|\d 个报警|\d 处隐患)/);
  }
  expect((await coordinator.get("/map?fill=money")).status).toBe(400);
  expect((await coordinator.get("/map/sites.geojson?layer=ponds&fill=money")).status).toBe(400);
});
