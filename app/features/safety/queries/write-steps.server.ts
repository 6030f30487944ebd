import { type Insertable, sql } from "kysely";
import { IdTaken, Missing, Refused } from "#app/audit/errors.ts";
import { type AuditEntry, accountOf, changedFields, recordAudit } from "#app/audit/write.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import type { HazardStep } from "#db/schema/safety.ts";
import { refuseFuture } from "../../members/refuse-future.ts";
import { insertFile, type NewFile } from "../../sites/queries/files.server.ts";
import type { StepKind } from "../kinds.ts";
import { type Step, stepRules, takeStep } from "../steps.ts";

export type NewStep = Step & { id: string; hazardId: string; note: string | null; picture?: NewFile | null };

const actions: Record<StepKind, AuditEntry["action"]> = {
  rectified: "hazard.rectified",
  closed: "hazard.closed",
  sent_back: "hazard.sentBack",
  extended: "hazard.extended",
  noted: "hazard.noted",
};

/**
 * Takes steps about hazards in the order given: reported as put right, checked and closed, sent back, given more time,
 * a note. A step that is there already with the same content is passed over; one that can't be taken from where the
 * hazard stands is Refused.
 */
export function takeSteps(writer: Writer, steps: NewStep[], outer?: Trx) {
  for (const { happenedOn } of steps) refuseFuture(writer, "happenedOn", happenedOn);
  return inTransaction(async (trx) => {
    const hazards = await lockHazards(writer, steps, trx);
    const repeated = await findRepeated(writer, steps, trx);
    const fresh = steps.filter(({ id }) => !repeated.has(id));
    const taken = fresh.map((step) => {
      const before = hazards.get(step.hazardId);
      if (!before) throw new Missing();
      const next = takeStep(before, step);
      if ("reason" in next) throw new Refused(next.field, next.reason);
      const after = { ...before, ...next, version: before.version + 1 };
      hazards.set(step.hazardId, after);
      return { step, before, after };
    });
    for (const { picture } of fresh) if (picture) await insertFile(writer, picture, trx);
    await insertSteps(writer, taken.map(rowOf), trx);
    for (const id of new Set(fresh.map(({ hazardId }) => hazardId))) {
      const hazard = hazards.get(id) as LockedHazard;
      await trx
        .updateTable("hazard")
        .set({ ...facts(hazard), version: hazard.version, updatedAt: writer.now })
        .where("allianceId", "=", writer.viewer.allianceId)
        .where("id", "=", id)
        .execute();
    }
    await recordAudit(writer, taken.map(entryOf), trx);
  }, outer);
}

type LockedHazard = Awaited<ReturnType<typeof lockHazards>> extends Map<string, infer Row> ? Row : never;
type Taken = { step: NewStep; before: LockedHazard; after: LockedHazard };

/** What a step can change. */
const facts = ({ status, dueOn, rectifiedOn, closedOn }: LockedHazard) => ({
  status,
  dueOn,
  rectifiedOn,
  closedOn,
});

const rowOf = ({ step, after }: Taken): StepRow => ({
  id: step.id,
  hazardId: step.hazardId,
  number: after.version,
  kind: step.kind,
  happenedOn: step.happenedOn,
  dueOn: stepRules[step.kind].setsDeadline ? after.dueOn : null,
  note: step.note,
  pictureId: step.picture?.id ?? null,
});

function entryOf({ step: { kind, note, picture }, before, after }: Taken): AuditEntry {
  const change = changedFields(facts(before), facts(after));
  return {
    action: actions[kind],
    subjectKind: "hazard",
    subjectId: before.id,
    subjectLabel: before.description,
    before: change.before,
    after: { ...change.after, ...(note && { note }), ...(picture && { pictureId: picture.id }) },
  };
}

type StepRow = Omit<
  Insertable<HazardStep>,
  "allianceId" | "accountId" | "accountName" | "accountRole" | "createdAt"
>;

/** Each step says who took it; steps are never changed. */
export async function insertSteps({ viewer, now }: Writer, steps: StepRow[], trx: Trx) {
  const by = {
    allianceId: viewer.allianceId,
    accountId: accountOf(viewer),
    accountName: viewer.name,
    accountRole: viewer.role,
    createdAt: now,
  };
  for (let start = 0; start < steps.length; start += 4000) {
    await trx
      .insertInto("hazardStep")
      .values(steps.slice(start, start + 4000).map((step) => ({ ...step, ...by })))
      .execute();
  }
}

/** Locks in id order, so that two writers of the same hazards wait for each other instead of deadlocking. */
async function lockHazards({ viewer: { allianceId } }: Writer, steps: NewStep[], trx: Trx) {
  const rows = await trx
    .selectFrom("hazard")
    .where("allianceId", "=", allianceId)
    .where(sql<boolean>`id = any(${steps.map(({ hazardId }) => hazardId)}::uuid[])`)
    .select(["id", "description", "status", "foundOn", "dueOn", "rectifiedOn", "closedOn", "version"])
    .select(
      sql<string>`(
        select max(happened_on) from hazard_step step
        where step.alliance_id = hazard.alliance_id and step.hazard_id = hazard.id
          and step.kind not in ('noted', 'extended'))`.as("lastOn"),
    )
    .orderBy("id")
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The ids of steps that were taken before; with another content: IdTaken. */
async function findRepeated({ viewer: { allianceId } }: Writer, steps: NewStep[], trx: Trx) {
  const rows = await trx
    .selectFrom("hazardStep")
    .where("allianceId", "=", allianceId)
    .where(sql<boolean>`id = any(${steps.map(({ id }) => id)}::uuid[])`)
    .select(["id", "hazardId", "kind", "happenedOn", "note", "pictureId"])
    .execute();
  for (const there of rows) {
    const step = steps.find(({ id }) => id === there.id) as NewStep;
    const { hazardId, kind, happenedOn, note } = step;
    const asked = { hazardId, kind, happenedOn, note, pictureId: step.picture?.id ?? null };
    if (changedFields<Record<string, unknown>>(there, asked).fields.length > 0) throw new IdTaken();
  }
  return new Set(rows.map(({ id }) => id));
}
