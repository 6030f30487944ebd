import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { EditConflict, IdTaken, Missing, Refused } from "#app/audit/errors.ts";
import { database } from "#app/database.server.ts";
import { findSite } from "#app/features/sites/queries/find-site.server.ts";
import { sumSitesByTown } from "#app/features/sites/queries/totals.server.ts";
import { insertSites, updateSites } from "#app/features/sites/queries/write-sites.server.ts";
import { checks } from "#db/checks.server.ts";
import { makeAlliance, makeSite, townA, townB, unique } from "../../factories.ts";

const auditOf = (id: string) =>
  database
    .selectFrom("auditLog")
    .selectAll()
    .where("subjectId", "=", id)
    .orderBy("at")
    .orderBy("id")
    .execute();

test("the same site sent twice is stored once; another under its id is refused", async () => {
  const { writer, organizations } = await makeAlliance(["village"]);
  const site = makeSite({ organizationId: organizations.village.id, registeredAreaMu: 3.33 });
  expect(await insertSites(writer, [site])).toEqual(new Set([site.id]));
  expect(await insertSites(writer, [site])).toEqual(new Set());
  await expect(insertSites(writer, [{ ...site, name: "另一口塘" }])).rejects.toBeInstanceOf(IdTaken);
  expect((await auditOf(site.id)).map(({ action }) => action)).toEqual(["site.added"]);
});

test("two requests with the same site at once are one site", async () => {
  const { writer, organizations } = await makeAlliance(["village"]);
  const site = makeSite({ organizationId: organizations.village.id });
  const before = await sumSitesByTown(writer.viewer);
  const inserted = await Promise.all(Array.from({ length: 8 }, () => insertSites(writer, [site])));
  expect(inserted.map(({ size }) => size).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
  const ponds = (sums: typeof before) => sums.find(({ kind }) => kind === "pond")?.sites ?? 0;
  expect(ponds(await sumSitesByTown(writer.viewer))).toBe(ponds(before) + 1);
});

test("an edit based on an old version says field by field what stands there now, and changes nothing", async () => {
  const { writer, organizations } = await makeAlliance(["village"]);
  const { id, ...fields } = makeSite({ organizationId: organizations.village.id, name: "甲塘", note: "一" });
  await insertSites(writer, [{ id, ...fields }]);
  await updateSites(writer, [{ id, version: 1, fields: { ...fields, name: "乙塘" } }]);
  const stale = { id, version: 1, fields: { ...fields, name: "丙塘", note: "二" } };
  const conflict = await updateSites(writer, [stale]).catch((error) => error);
  expect(conflict).toBeInstanceOf(EditConflict);
  expect(conflict).toMatchObject({ id, version: 2, theirs: { name: "乙塘", note: "一" } });
  expect(await findSite(writer.viewer, id)).toMatchObject({ name: "乙塘", note: "一", version: 2 });
  await updateSites(writer, [{ ...stale, version: 2 }]);
  expect(await findSite(writer.viewer, id)).toMatchObject({ name: "丙塘", note: "二", version: 3 });
  const changes = (await auditOf(id)).slice(1).map(({ before, after }) => ({ before, after }));
  expect(changes).toEqual([
    { before: { name: "甲塘" }, after: { name: "乙塘" } },
    { before: { name: "乙塘", note: "一" }, after: { name: "丙塘", note: "二" } },
  ]);
});

test("a reckoned volume follows the tank's measures, a measured one stays; the town's sum with both", async () => {
  const { writer, organizations } = await makeAlliance(["village"]);
  const tank = (volumeM3: number | null) =>
    makeSite({ organizationId: organizations.village.id, diameterM: 6, depthM: 1.1, volumeM3 });
  const [reckoned, measured] = [tank(null), tank(30)];
  await insertSites(writer, [reckoned, measured]);
  const volumes = () =>
    Promise.all(
      [reckoned, measured].map(async ({ id }) => (await findSite(writer.viewer, id))?.volumeM3 ?? null),
    );
  const sum = async () =>
    (await sumSitesByTown(writer.viewer)).find(({ kind }) => kind === "pond")?.volumeM3 ?? 0;
  const others = (await sum()) - 31.1 - 30;
  expect(await volumes()).toEqual([31.1, 30]);

  const edit = ({ id, ...fields }: typeof reckoned, volumeM3: number | null, version = 1) => ({
    id,
    version,
    fields: { ...fields, depthM: 2, volumeM3 },
  });
  // As their forms send them: the volume that stood there, untouched.
  await updateSites(writer, [edit(reckoned, 31.1), edit(measured, 30)]);
  expect(await volumes()).toEqual([56.5, 30]);
  expect((await sum()) - others).toBeCloseTo(86.5, 2);
  await updateSites(writer, [edit(reckoned, 55, 2), edit(measured, null, 2)]);
  expect(await volumes()).toEqual([55, 56.5]);
});

test("of forty edits of one site at once none is lost: each is stored, or told what stands there now", async () => {
  const { writer, organizations } = await makeAlliance(["village"]);
  const { id, ...fields } = makeSite({ organizationId: organizations.village.id });
  await insertSites(writer, [{ id, ...fields }]);
  const edit = async (i: number) => {
    for (;;) {
      const site = await findSite(writer.viewer, id);
      const note = [site?.note, `第${i}次`].join(" ");
      try {
        return await updateSites(writer, [{ id, version: site?.version ?? 0, fields: { ...fields, note } }]);
      } catch (error) {
        if (!(error instanceof EditConflict)) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: 40 }, (_, i) => edit(i)));
  const site = await findSite(writer.viewer, id);
  expect(site?.version).toBe(41);
  for (let i = 0; i < 40; i++) expect(site?.note?.split(" ")).toContain(`第${i}次`);
  expect(await auditOf(id)).toHaveLength(41);
}, 60_000);

test("many sites are stored wholly or not at all", async () => {
  const { writer, organizations } = await makeAlliance(["village"]);
  const organizationId = organizations.village.id;
  const good = makeSite({ organizationId });
  const taken = makeSite({ organizationId, code: good.code });
  const strange = makeSite({ organizationId, species: ["unicorn_fish"] });
  const lost = makeSite({ organizationId: crypto.randomUUID() });
  for (const [bad, field] of [
    [taken, "code"],
    [strange, "species"],
    [lost, "ownerId"],
  ] as const) {
    const refused = await insertSites(writer, [good, bad]).catch((error) => error);
    expect(refused).toBeInstanceOf(Refused);
    expect(refused.field).toBe(field);
    expect(await findSite(writer.viewer, good.id)).toBeUndefined();
  }
  const stranger = await makeAlliance(["village"]);
  await insertSites(writer, [good]);
  const edit = { id: good.id, version: 1, fields: good };
  await expect(updateSites(stranger.writer, [edit])).rejects.toBeInstanceOf(Missing);
});

const kinds = ["pond", "water_area", "plant"] as const;
const statuses = ["in_use", "idle", "ended"] as const;
const steps = fc.array(
  fc.record({
    site: fc.nat(3),
    kind: fc.constantFrom(...kinds),
    status: fc.constantFrom(...statuses),
    townCode: fc.constantFrom(townA, townB),
    registeredAreaMu: fc.option(fc.integer({ min: 1, max: 99_999 }).map((n) => n / 100)),
    volumeM3: fc.option(fc.integer({ min: 1, max: 9_999 }).map((n) => n / 10)),
  }),
  { minLength: 1, maxLength: 12 },
);

test("the sums per town and kind are those of the sites, after whatever was written", async () => {
  const check = checks.find(({ name }) => name === "site_total");
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const { writer, organizations, id: allianceId } = await makeAlliance(["village"]);
      const known = new Map<number, { id: string; version: number }>();
      for (const { site, ...given } of sequence) {
        const { id, ...fields } = makeSite({
          organizationId: organizations.village.id,
          code: unique(),
          ...given,
        });
        const there = known.get(site);
        if (!there) {
          await insertSites(writer, [{ id, ...fields }]);
          known.set(site, { id, version: 1 });
        } else {
          const changed = await updateSites(writer, [{ ...there, fields }]);
          there.version += changed.length;
        }
      }
      const { rows } = await sql`select * from (${sql.raw(check?.sql ?? "")}) as broken
        where alliance_id = ${allianceId}`.execute(database);
      expect(rows).toEqual([]);
      const { viewer } = writer;
      const kept = await sumSitesByTown(viewer);
      const counted = kept.reduce((sum, { sites }) => sum + sites, 0);
      const { count } = await database
        .selectFrom("site")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .where("allianceId", "=", allianceId)
        .where("status", "!=", "ended")
        .executeTakeFirstOrThrow();
      expect(counted).toBe(count);
    }),
    { numRuns: 12 },
  );
}, 60_000);
