import { sql } from "kysely";
import { IdTaken, Refused } from "#app/audit/errors.ts";
import { isCoordinator, type Viewer, type Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import type { partnershipKinds } from "../../members/kinds.ts";
import { refuseTaken } from "../../members/taken.server.ts";
import type { NewFile } from "../../sites/queries/files.server.ts";
import { type Parties, sideOf } from "../access.ts";
import { type Side, sides } from "../kinds.ts";
import { type NewVersion, writeVersion } from "./agreement-versions.server.ts";
import { auditAgreement } from "./audit-agreement.server.ts";
import { keepPaper } from "./keep-paper.server.ts";
import { tieParties } from "./tie-parties.server.ts";

export type NewAgreement = Parties & {
  id: string;
  code: string;
  kind: (typeof partnershipKinds)[number];
  startsOn: string;
  endsOn: string;
  note: string | null;
  version: Omit<NewVersion, "effectiveOn" | "reason">;
  /** the signed paper */
  file?: NewFile | null;
};

/**
 * Writes agreements down. The alliance registers what both have signed, and needs the paper for it; a party speaks for
 * itself, and the other side has to consent. The same again is passed over.
 */
export function signAgreements(writer: Writer, agreements: NewAgreement[], outer?: Trx) {
  return inTransaction(async (trx) => {
    for (const agreement of agreements) await sign(writer, agreement, trx);
  }, outer);
}

async function sign(writer: Writer, agreement: NewAgreement, trx: Trx) {
  const { viewer, now } = writer;
  const { version, file, ...row } = agreement;
  const consents = consentsOf(viewer, agreement, file !== null && file !== undefined);
  const entities = await entitiesOf(viewer, agreement, trx);
  const { allianceId } = viewer;
  const answer = await refuseTaken(
    trx
      .insertInto("agreement")
      .values({
        ...row,
        ...{ allianceId, ...entities, createdAt: now, updatedAt: now },
        state: consents.length === sides.length ? "confirmed" : "proposed",
      })
      .onConflict((conflict) => conflict.columns(["allianceId", "id"]).doNothing())
      .executeTakeFirst(),
  );
  if (!answer.numInsertedOrUpdatedRows) return assertSame(viewer, agreement, trx);
  await writeVersion(
    writer,
    { agreementId: row.id, number: 1, consents, onPaper: isCoordinator(viewer) },
    { ...version, effectiveOn: row.startsOn, reason: null },
    trx,
  );
  if (file) await keepPaper(writer, row.id, file, trx);
  if (consents.length === sides.length) await tieParties(writer, agreement, trx);
  await auditAgreement(
    writer,
    agreement,
    "agreement.registered",
    { startsOn: row.startsOn, endsOn: row.endsOn },
    trx,
  );
}

function consentsOf(viewer: Viewer, parties: Parties, hasPaper: boolean): Side[] {
  if (isCoordinator(viewer)) {
    if (!hasPaper) throw new Refused("picture", "supply:error.paper");
    return [...sides];
  }
  const side = sideOf(viewer, parties);
  if (!side) throw new Refused("supplierId", "supply:error.notYours");
  return [side];
}

/** What the legal entities are called on this day; an organization without one signs by its own name. */
async function entitiesOf({ allianceId }: Viewer, { supplierId, buyerId }: Parties, trx: Trx) {
  const rows = await trx
    .selectFrom("organization")
    .leftJoin("legalEntity", (join) =>
      join
        .onRef("legalEntity.allianceId", "=", "organization.allianceId")
        .onRef("legalEntity.organizationId", "=", "organization.id")
        .on("legalEntity.toOn", "is", null),
    )
    .select(["organization.id", sql<string>`coalesce(legal_entity.name, organization.name)`.as("name")])
    .where("organization.allianceId", "=", allianceId)
    .where("organization.id", "in", [supplierId, buyerId])
    .execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const nameOf = (field: keyof Parties, id: string) => {
    const name = names.get(id);
    if (name === undefined) throw new Refused(field, "error.organization");
    return name;
  };
  return { supplierEntity: nameOf("supplierId", supplierId), buyerEntity: nameOf("buyerId", buyerId) };
}

async function assertSame({ allianceId }: Viewer, agreement: NewAgreement, trx: Trx) {
  const there = await trx
    .selectFrom("agreement")
    .innerJoin("agreementVersion as version", (join) =>
      join
        .onRef("version.allianceId", "=", "agreement.allianceId")
        .onRef("version.agreementId", "=", "agreement.id")
        .on("version.number", "=", 1),
    )
    .select(["agreement.code", "agreement.supplierId", "agreement.buyerId", "version.id as versionId"])
    .where("agreement.allianceId", "=", allianceId)
    .where("agreement.id", "=", agreement.id)
    .executeTakeFirst();
  const { code, supplierId, buyerId } = agreement;
  const wanted = { code, supplierId, buyerId, versionId: agreement.version.id };
  if (JSON.stringify(there) !== JSON.stringify(wanted)) throw new IdTaken();
}
