import { v7 as uuidv7 } from "uuid";
import { editConflict } from "#app/audit/edit-conflict.server.ts";
import { Refused } from "#app/audit/errors.ts";
import { changedFields, recordAudit } from "#app/audit/write.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import { refuseFuture } from "../refuse-future.ts";
import type { LegalEntityFields } from "../schema.ts";
import { refuseTaken } from "../taken.server.ts";
import { insertOnce } from "./insert-once.server.ts";

type NewLegalEntity = {
  id: string;
  organizationId: string;
  toOn?: string | null;
  version?: number;
} & LegalEntityFields;

export function insertLegalEntities(writer: Writer, entities: NewLegalEntity[], outer?: Trx) {
  const { allianceId } = writer.viewer;
  return inTransaction(async (trx) => {
    const rows = entities.map((entity) => ({ allianceId, ...entity }));
    const inserted = await refuseTaken(insertOnce("legalEntity", rows, trx));
    const fresh = entities.filter(({ id }) => inserted.has(id));
    await recordAudit(
      writer,
      fresh.map(({ organizationId, id, version: _, ...fields }) => ({
        action: "organization.legalEntityAdded",
        subjectKind: "organization",
        subjectId: organizationId,
        subjectLabel: fields.name,
        organizationId,
        after: fields,
      })),
      trx,
    );
  }, outer);
}

type Replacement = { organizationId: string; day: string; version?: number; fields: LegalEntityFields };

/**
 * Another legal entity takes over from a day; the one before ends the day it starts. The same again changes nothing.
 * `version` is of the one that the writer saw, 0 for none; an import has compared the whole register already.
 */
export function replaceLegalEntity(
  writer: Writer,
  { organizationId, day, version, fields }: Replacement,
  outer?: Trx,
) {
  const { allianceId } = writer.viewer;
  return inTransaction(async (trx) => {
    refuseFuture(writer, "fromOn", fields.fromOn);
    const current = await trx
      .selectFrom("legalEntity")
      .selectAll()
      .where("allianceId", "=", allianceId)
      .where("organizationId", "=", organizationId)
      .where("toOn", "is", null)
      .forUpdate()
      .executeTakeFirst();
    const fromOn = fields.fromOn ?? current?.fromOn ?? null;
    const change = current && changedFields(current, { ...fields, fromOn });
    if (change?.fields.length === 0) return;
    const standing = current?.version ?? 0;
    if (version !== undefined && version !== standing) {
      const late = { id: organizationId, version: standing, theirs: change?.before ?? {} };
      throw await editConflict(writer, late, trx);
    }
    const toOn = fields.fromOn ?? day;
    if (current?.fromOn && toOn < current.fromOn) throw new Refused("fromOn", "error.endBeforeStart");
    if (current) {
      await trx
        .updateTable("legalEntity")
        .set({ toOn })
        .where("allianceId", "=", allianceId)
        .where("id", "=", current.id)
        .execute();
    }
    const next = { id: uuidv7(), organizationId, ...fields, fromOn: toOn, version: standing + 1 };
    await insertLegalEntities(writer, [next], trx);
  }, outer);
}

type PartyClass = { organizationId: string; year: number; class: number };

/** The yearly class of a village's Party organization; saying it again for a year corrects it. */
export function setPartyClasses(writer: Writer, classes: PartyClass[], outer?: Trx) {
  const { allianceId } = writer.viewer;
  return inTransaction(async (trx) => {
    if (classes.length === 0) return;
    const changed = await trx
      .insertInto("partyClass")
      .values(classes.map((partyClass) => ({ allianceId, ...partyClass })))
      .onConflict((conflict) =>
        conflict
          .columns(["allianceId", "organizationId", "year"])
          .doUpdateSet((eb) => ({ class: eb.ref("excluded.class") }))
          .whereRef("partyClass.class", "<>", "excluded.class"),
      )
      .returning(["organizationId", "year", "class"])
      .execute();
    await recordAudit(
      writer,
      changed.map(({ organizationId, year, class: value }) => ({
        action: "organization.partyClassSet",
        subjectKind: "organization",
        subjectId: organizationId,
        subjectLabel: String(year),
        organizationId,
        after: { year, class: value },
      })),
      trx,
    );
  }, outer);
}
