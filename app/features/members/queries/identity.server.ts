import { v7 as uuidv7 } from "uuid";
import { Refused } from "#app/audit/errors.ts";
import { changedFields, recordAudit } from "#app/audit/write.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import { refuseFuture } from "../refuse-future.ts";
import type { LegalEntityFields } from "../schema.ts";
import { refuseTaken } from "../taken.server.ts";
import { insertOnce } from "./insert-once.server.ts";

type NewLegalEntity = { id: string; organizationId: string; toOn?: string | null } & LegalEntityFields;

export function insertLegalEntities(writer: Writer, entities: NewLegalEntity[], outer?: Trx) {
  const { allianceId } = writer.viewer;
  return inTransaction(async (trx) => {
    const rows = entities.map((entity) => ({ allianceId, ...entity }));
    const inserted = await refuseTaken(insertOnce("legalEntity", rows, trx));
    const fresh = entities.filter(({ id }) => inserted.has(id));
    await recordAudit(
      writer,
      fresh.map(({ organizationId, id, ...fields }) => ({
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

/** Another legal entity takes over from a day; the one before ends the day it starts. The same again changes nothing. */
export function replaceLegalEntity(
  writer: Writer,
  { organizationId, day, fields }: { organizationId: string; day: string; fields: LegalEntityFields },
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
    if (current && changedFields(current, { ...fields, fromOn }).fields.length === 0) return;
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
    await insertLegalEntities(writer, [{ id: uuidv7(), organizationId, ...fields, fromOn: toOn }], trx);
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
