import { v7 as uuidv7 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#app/auth/viewer.ts";
import { database } from "#app/database.server.ts";
import type { StepKind } from "#app/features/safety/kinds.ts";
import { findChecklist, saveChecklists } from "#app/features/safety/queries/checklists.server.ts";
import {
  countHazards,
  findHazard,
  findHazardPicture,
  hazardKey,
  listHazards,
  listUrgentHazards,
} from "#app/features/safety/queries/hazards.server.ts";
import {
  countInspections,
  findInspection,
  listInspections,
} from "#app/features/safety/queries/inspections.server.ts";
import { monthFigures } from "#app/features/safety/queries/month-figures.server.ts";
import { recordInspections } from "#app/features/safety/queries/write-inspections.server.ts";
import { takeSteps } from "#app/features/safety/queries/write-steps.server.ts";
import type { PageKey } from "#app/http/page-key.server.ts";
import { type Alliance, makeAlliance, makeInspection, now, today, townA, townB } from "../../factories.ts";

let alliance: Alliance;
let siteId: string;

beforeAll(async () => {
  alliance = await makeAlliance();
  siteId = alliance.organizations.village.sites[0]?.id ?? "";
});

async function found(hazard: Record<string, unknown> = {}, inspection: Record<string, unknown> = {}) {
  const made = makeInspection({ siteId, hazard, ...inspection });
  await recordInspections(alliance.writer, [made]);
  return { ...made, hazardId: String(made.hazards[0]?.id) };
}
const step = (hazardId: string, kind: StepKind, happenedOn = today, dueOn: string | null = null) => ({
  id: uuidv7(),
  hazardId,
  kind,
  happenedOn,
  dueOn,
  note: "说明",
});
const as = (viewer: Viewer) => ({ viewer, now });
const audited = (subjectId: string) =>
  database
    .selectFrom("auditLog")
    .selectAll()
    .where("subjectId", "=", subjectId)
    .orderBy("at")
    .orderBy("id")
    .execute();

test("an inspection keeps its items, and each that failed becomes a hazard with its picture", async () => {
  const { id, hazardId, hazards } = await found();
  const kept = await findInspection(alliance.viewers.inspector, id);
  expect(kept).toMatchObject({ checked: 2, failed: 1, siteId });
  expect(kept?.items).toMatchObject([
    { number: 1, result: "ok", hazardId: null },
    { number: 2, result: "failed", hazardId, severity: "general", status: "open" },
  ]);
  const hazard = await findHazard(alliance.viewers.village, hazardId);
  expect(hazard).toMatchObject({ status: "open", dueOn: "2026-03-20", itemText: "线路不裸露" });
  expect(hazard?.steps).toMatchObject([{ kind: "found", mediaType: "image/png", dueOn: "2026-03-20" }]);
  const picture = await findHazardPicture(alliance.viewers.village, {
    hazardId,
    stepId: String(hazards[0]?.stepId),
  });
  expect(picture?.name).toBe(hazards[0]?.picture?.name);
});

test("the same inspection twice is one, with another content it is refused; nothing of tomorrow", async () => {
  const made = makeInspection({ siteId });
  await Promise.all([recordInspections(alliance.writer, [made]), recordInspections(alliance.writer, [made])]);
  expect(await audited(made.id)).toHaveLength(1);
  expect(await audited(String(made.hazards[0]?.id))).toHaveLength(1);
  await expect(recordInspections(alliance.writer, [{ ...made, note: "另一份" }])).rejects.toThrow();
  await expect(found({}, { inspectedOn: "2026-03-16" })).rejects.toThrow("members:error.future");
});

test("every step is kept with who took it, and the audit log says what it changed", async () => {
  const { hazardId } = await found();
  const { village, inspector } = alliance.viewers;
  await takeSteps(as(village), [step(hazardId, "rectified", "2026-03-12")]);
  await takeSteps(as(inspector), [step(hazardId, "sent_back", "2026-03-13", "2026-03-25")]);
  await takeSteps(as(village), [step(hazardId, "rectified", "2026-03-14")]);
  await takeSteps(as(inspector), [step(hazardId, "closed", "2026-03-15")]);
  const hazard = await findHazard(inspector, hazardId);
  expect(hazard).toMatchObject({ status: "closed", rectifiedOn: "2026-03-14", closedOn: "2026-03-15" });
  expect(hazard?.steps.map(({ kind, accountRole }) => [kind, accountRole])).toEqual([
    ["found", "coordinator"],
    ["rectified", "village"],
    ["sent_back", "inspector"],
    ["rectified", "village"],
    ["closed", "inspector"],
  ]);
  const entries = await audited(hazardId);
  expect(entries.map(({ action }) => action)).toEqual([
    "hazard.added",
    "hazard.rectified",
    "hazard.sentBack",
    "hazard.rectified",
    "hazard.closed",
  ]);
  expect(entries[2]).toMatchObject({
    before: { status: "rectified", dueOn: "2026-03-20", rectifiedOn: "2026-03-12" },
    after: { status: "open", dueOn: "2026-03-25", rectifiedOn: null, note: "说明" },
  });
});

test("a step sent twice, or by two at once, is taken once", async () => {
  const { hazardId } = await found();
  const once = step(hazardId, "rectified");
  await Promise.all([1, 2, 3].map(() => takeSteps(as(alliance.viewers.village), [once])));
  expect((await findHazard(alliance.viewers.village, hazardId))?.steps).toHaveLength(2);
  await expect(takeSteps(as(alliance.viewers.village), [{ ...once, note: "另一句" }])).rejects.toMatchObject({
    name: "IdTaken",
  });
  const closings = await Promise.allSettled(
    [1, 2].map(() => takeSteps(as(alliance.viewers.inspector), [step(hazardId, "closed")])),
  );
  expect(closings.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await findHazard(alliance.viewers.village, hazardId))?.steps).toHaveLength(3);
});

test("a step that can't be taken leaves nothing of those before it", async () => {
  const { hazardId } = await found();
  await expect(
    takeSteps(as(alliance.viewers.coordinator), [step(hazardId, "rectified"), step(hazardId, "extended")]),
  ).rejects.toThrow("safety:error.movedOn");
  expect((await findHazard(alliance.viewers.village, hazardId))?.status).toBe("open");
  await expect(takeSteps(alliance.writer, [step(uuidv7(), "rectified")])).rejects.toMatchObject({
    name: "Missing",
  });
});

test("towns see their own, villages and enterprises their own sites', and nobody another county's", async () => {
  const { hazardId, id } = await found();
  const { viewers } = alliance;
  for (const role of ["coordinator", "town", "village", "inspector"] as const) {
    expect([role, (await findHazard(viewers[role], hazardId))?.id]).toEqual([role, hazardId]);
    expect((await findInspection(viewers[role], id))?.id).toBe(id);
  }
  const stranger = await makeAlliance(["village"]);
  for (const viewer of [
    viewers.otherTown,
    viewers.otherVillage,
    viewers.enterprise,
    stranger.viewers.coordinator,
  ]) {
    expect(await findHazard(viewer, hazardId)).toBeUndefined();
    expect(await findInspection(viewer, id)).toBeUndefined();
    const stepId = (await findHazard(viewers.coordinator, hazardId))?.steps[0]?.id ?? "";
    expect(await findHazardPicture(viewer, { hazardId, stepId })).toBeUndefined();
  }
});

test("the ledger counts and finds by how things stand, and pages through each once", async () => {
  const own = await makeAlliance(["village"]);
  const site = own.organizations.village.sites[0]?.id ?? "";
  const made = ["2026-03-14", "2026-03-15", "2026-04-01", "2026-04-01", "2026-04-01"].map((dueOn, index) =>
    makeInspection({
      siteId: site,
      inspectedOn: index < 2 ? "2026-02-20" : "2026-03-10",
      hazard: { dueOn, severity: index === 0 ? "major" : "general" },
    }),
  );
  await recordInspections(own.writer, made);
  const ids = made.map(({ hazards }) => String(hazards[0]?.id));
  await takeSteps(own.writer, [
    step(ids[2] ?? "", "rectified"),
    step(ids[3] ?? "", "rectified"),
    step(ids[3] ?? "", "closed"),
  ]);

  const viewer = own.viewers.coordinator;
  // The factory's own hazard is open too.
  expect(await countHazards(viewer, {}, today)).toEqual({ overdue: 1, open: 3, rectified: 1, closed: 1 });
  for (const [filter, expected] of [
    [{ overdue: "yes" as const }, [ids[0]]],
    [{ severity: "major" as const }, [ids[0]]],
    [{ status: "closed" as const }, [ids[3]]],
    [{ month: "2026-02" }, [ids[0], ids[1]]],
    [{ town: townB }, []],
    [{ site: uuidv7() }, []],
  ] as const) {
    const { items } = await listHazards(viewer, filter, { today, limit: 50 });
    expect([filter, items.map(({ id }) => id).sort()]).toEqual([filter, [...expected].sort()]);
  }
  const urgent = await listUrgentHazards(viewer, { status: "open" }, { today, limit: 2 });
  expect(urgent.map(({ id }) => id)).toEqual([ids[0], ids[1]]);

  const seen: string[] = [];
  let after: PageKey | undefined;
  do {
    const { items, next } = await listHazards(viewer, {}, { today, after, limit: 2 });
    seen.push(...items.map(({ id }) => id));
    after = next && hazardKey(next);
  } while (after);
  expect(new Set(seen).size).toBe(6);
  expect(seen).toHaveLength(6);

  expect((await countInspections(viewer, {})).count).toBe(6);
  const passed = makeInspection({ siteId: site, hazard: null });
  await recordInspections(own.writer, [passed]);
  const { items } = await listInspections(viewer, { result: "passed" }, { limit: 50 });
  expect(items.map(({ id }) => id)).toEqual([passed.id]);

  const figures = await monthFigures(viewer, "2026-02", today);
  expect(figures).toHaveLength(10);
  expect(figures.find(({ code }) => code === townA)).toMatchObject({
    inspections: 2,
    found: 2,
    rectified: 0,
    closed: 0,
    overdue: 1,
  });
  const march = (await monthFigures(own.viewers.town, "2026-03", today))[0];
  expect(march).toMatchObject({ code: townA, inspections: 5, found: 4, rectified: 2, closed: 1, overdue: 1 });
});

test("a checklist is the program's until the alliance changes it, and old inspections stay as they were", async () => {
  const { id } = await found();
  const before = await findInspection(alliance.viewers.coordinator, id);
  const given = await findChecklist(alliance.viewers.coordinator, "pond");
  expect(given).toMatchObject({ version: 1 });
  const edit = { siteKind: "pond" as const, version: 1, lines: ["# 新", "只有一项"] };
  await saveChecklists(alliance.writer, [edit]);
  expect(await findChecklist(alliance.viewers.coordinator, "pond")).toMatchObject({
    version: 2,
    lines: edit.lines,
  });
  await expect(saveChecklists(alliance.writer, [{ ...edit, lines: ["别的"] }])).rejects.toMatchObject({
    name: "EditConflict",
    version: 2,
  });
  const other = await makeAlliance(["village"]);
  expect(await findChecklist(other.viewers.coordinator, "pond")).toMatchObject({
    version: 1,
    lines: given.lines,
  });
  expect((await findInspection(alliance.viewers.coordinator, id))?.items).toEqual(before?.items);
});
