import type { Polygon } from "geojson";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { EditConflict } from "#app/audit/errors.ts";
import { listAudit } from "#app/audit/list.server.ts";
import { database } from "#app/database.server.ts";
import { findSite } from "#app/features/sites/queries/find-site.server.ts";
import { sumSitesByTown } from "#app/features/sites/queries/totals.server.ts";
import { updateOutlines } from "#app/features/sites/queries/write-outlines.server.ts";
import { insertSites } from "#app/features/sites/queries/write-sites.server.ts";
import { cellOf } from "#app/map/cell.ts";
import { type Outline, outlineArea } from "#app/map/outline/outline.ts";
import { readOutline } from "#app/map/outline/read-outline.ts";
import { checks } from "#db/checks.server.ts";
import { makeAlliance, makeSite, townA } from "../../factories.ts";
import { star } from "../../map/stars.ts";

const round = (radius: number): Outline =>
  readOutline(star([108.59, 32.858], Array(24).fill(radius))).outline as Polygon;

async function makeWater(given: Record<string, unknown> = {}) {
  const { writer, organizations, id: allianceId } = await makeAlliance(["village"]);
  const site = makeSite({
    organizationId: organizations.village.id,
    kind: "water_area",
    registeredAreaMu: undefined,
    ...given,
  });
  await insertSites(writer, [site]);
  const area = async () =>
    (await sumSitesByTown(writer.viewer)).find(
      ({ kind, townCode }) => kind === "water_area" && townCode === townA,
    )?.areaM2;
  const standing = async () => findSite(writer.viewer, site.id);
  const history = async () => (await listAudit(writer.viewer, { subject: site.id }, { limit: 20 })).items;
  return { writer, allianceId, id: site.id, area, standing, history };
}

test("what is drawn is stored with its area, and the town's sum follows", async () => {
  const { writer, allianceId, id, area, standing, history } = await makeWater();
  const [small, large] = [round(100), round(200)];
  await updateOutlines(writer, [{ id, version: 1, fields: { outline: small } }]);
  expect(await standing()).toMatchObject({ outline: small, drawnAreaM2: outlineArea(small), version: 2 });
  expect(await area()).toBe(outlineArea(small));
  await updateOutlines(writer, [{ id, version: 2, fields: { outline: large } }]);
  expect(await area()).toBe(outlineArea(large));
  const check = checks.find(({ name }) => name === "site_total");
  const broken = sql`select * from (${sql.raw(check?.sql ?? "")}) as broken where alliance_id = ${allianceId}`;
  expect((await broken.execute(database)).rows).toEqual([]);
  expect(
    (await history()).map(({ action, before, after }) => ({ action, before, after })).slice(0, 2),
  ).toEqual([
    {
      action: "site.redrawn",
      before: { drawnAreaM2: outlineArea(small) },
      after: { drawnAreaM2: outlineArea(large) },
    },
    { action: "site.redrawn", before: { drawnAreaM2: null }, after: { drawnAreaM2: outlineArea(small) } },
  ]);
  // The log keeps the shape itself, though a list of it says the area only.
  const kept = await database
    .selectFrom("auditLog")
    .select(["before", "after"])
    .where("subjectId", "=", id)
    .where("action", "=", "site.redrawn")
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  expect(kept).toMatchObject({ before: { outline: small }, after: { outline: large } });
});

test("a registered area stays in force over a drawn one, until the drawn one is taken", async () => {
  const { writer, id, area } = await makeWater({ registeredAreaMu: 30 });
  expect(await area()).toBe(20_000);
  await updateOutlines(writer, [{ id, version: 1, fields: { outline: round(100) } }]);
  expect(await area()).toBe(20_000);
  await updateOutlines(writer, [{ id, version: 2, fields: { registeredAreaM2: 31_000 } }]);
  expect(await area()).toBe(31_000);
});

test("an outline ended leaves the position, and no drawn area", async () => {
  const { writer, id, area, standing } = await makeWater({ lng: 108.59, lat: 32.858 });
  await updateOutlines(writer, [{ id, version: 1, fields: { outline: round(100) } }]);
  await updateOutlines(writer, [{ id, version: 2, fields: { outline: null } }]);
  expect(await standing()).toMatchObject({ outline: null, drawnAreaM2: null, lng: 108.59 });
  expect(await area()).toBe(0);
});

test("a point moved takes its cell along and is no redrawing", async () => {
  const { writer, id, standing, history } = await makeWater();
  const place = { lng: 108.6, lat: 32.86 };
  await updateOutlines(writer, [{ id, version: 1, fields: { ...place, positionSource: "phone" } }]);
  expect(await standing()).toMatchObject({ ...place, positionSource: "phone" });
  const { cell } = await database
    .selectFrom("site")
    .select("cell")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  expect(cell).toBe(cellOf(place));
  expect((await history())[0]?.action).toBe("site.changed");
});

test("the same drawing twice is one; another based on the same version meets both shapes", async () => {
  const { writer, id, standing } = await makeWater();
  const [mine, theirs] = [round(100), round(200)];
  await updateOutlines(writer, [{ id, version: 1, fields: { outline: theirs } }]);
  await updateOutlines(writer, [{ id, version: 1, fields: { outline: theirs } }]);
  expect((await standing())?.version).toBe(2);
  const refused = await updateOutlines(writer, [{ id, version: 1, fields: { outline: mine } }]).catch(
    (error) => error,
  );
  expect(refused).toBeInstanceOf(EditConflict);
  expect(refused).toMatchObject({
    version: 2,
    theirs: { outline: theirs, drawnAreaM2: outlineArea(theirs) },
  });
});
