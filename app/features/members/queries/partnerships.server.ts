import { sql } from "kysely";
import { Missing, Refused } from "#app/audit/errors.ts";
import { recordAudit } from "#app/audit/write.server.ts";
import type { Viewer, Writer } from "#app/auth/viewer.ts";
import { type Db, database, inTransaction, type Trx } from "#app/database.server.ts";
import type { partnershipKinds } from "../kinds.ts";
import { refuseFuture } from "../refuse-future.ts";
import { refuseTaken } from "../taken.server.ts";
import { ownConcern, visibleOrganization } from "../visible.server.ts";
import { insertOnce } from "./insert-once.server.ts";

/** The partners of one organization, today's first; each named only to those whose concern the organization is. */
export async function listPartnerships(
  viewer: Viewer,
  organizationId: string,
  today: string,
  db: Db = database,
) {
  return db
    .selectFrom("organization")
    .innerJoin("partnership", (join) =>
      join
        .onRef("partnership.allianceId", "=", "organization.allianceId")
        .on(sql<boolean>`organization.id in (partnership.a_id, partnership.b_id)`),
    )
    .innerJoin("organization as partner", (join) =>
      join
        .onRef("partner.allianceId", "=", "partnership.allianceId")
        .on(
          sql<boolean>`partner.id = case when partnership.a_id = organization.id then partnership.b_id else partnership.a_id end`,
        ),
    )
    .where(visibleOrganization(viewer, today))
    .where(ownConcern(viewer))
    .where("organization.id", "=", organizationId)
    .select([
      "partnership.id",
      "partnership.kind",
      "partnership.fromOn",
      "partnership.toOn",
      "partnership.note",
      "partner.id as partnerId",
      "partner.name as partnerName",
      "partner.kind as partnerKind",
    ])
    .orderBy(sql`partnership.to_on is null`, "desc")
    .orderBy("partnership.fromOn", "desc")
    .limit(200)
    .execute();
}

type NewPartnership = {
  id: string;
  aId: string;
  bId: string;
  kind: (typeof partnershipKinds)[number];
  fromOn: string;
  toOn?: string | null;
  note?: string | null;
};

/** Ties two organizations; each half's history gains an entry. */
export function insertPartnerships(writer: Writer, partnerships: NewPartnership[], outer?: Trx) {
  const { allianceId } = writer.viewer;
  return inTransaction(async (trx) => {
    if (partnerships.some(({ aId, bId }) => aId === bId)) throw new Refused("partnerId", "error.ownPartner");
    const rows = partnerships.map((partnership) => ({ allianceId, ...partnership }));
    const inserted = await refuseTaken(insertOnce("partnership", rows, trx));
    const fresh = partnerships.filter(({ id }) => inserted.has(id));
    const names = await namesOf(
      allianceId,
      fresh.flatMap(({ aId, bId }) => [aId, bId]),
      trx,
    );
    await recordAudit(
      writer,
      fresh.flatMap(({ id, aId, bId, kind, fromOn }) =>
        [
          [aId, bId],
          [bId, aId],
        ].map(([own = "", other = ""]) => ({
          action: "partnership.added",
          subjectKind: "partnership" as const,
          subjectId: id,
          subjectLabel: names.get(other) ?? "",
          organizationId: own,
          after: { kind, fromOn },
        })),
      ),
      trx,
    );
  }, outer);
}

/** Ends a partnership on a day; its history stays. The same again changes nothing. */
export function endPartnership(writer: Writer, { id, toOn }: { id: string; toOn: string }) {
  const { allianceId } = writer.viewer;
  return inTransaction(async (trx) => {
    refuseFuture(writer, "toOn", toOn);
    const row = await trx
      .selectFrom("partnership")
      .select(["aId", "bId", "fromOn", "toOn"])
      .where("allianceId", "=", allianceId)
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (row?.toOn === toOn) return;
    if (!row || row.toOn !== null) throw new Missing();
    if (toOn < row.fromOn) throw new Refused("toOn", "error.endBeforeStart");
    await trx
      .updateTable("partnership")
      .set({ toOn })
      .where("allianceId", "=", allianceId)
      .where("id", "=", id)
      .execute();
    const names = await namesOf(allianceId, [row.aId, row.bId], trx);
    await recordAudit(
      writer,
      [
        [row.aId, row.bId],
        [row.bId, row.aId],
      ].map(([own = "", other = ""]) => ({
        action: "partnership.ended",
        subjectKind: "partnership" as const,
        subjectId: id,
        subjectLabel: names.get(other) ?? "",
        organizationId: own,
        before: { toOn: null },
        after: { toOn },
      })),
      trx,
    );
  });
}

async function namesOf(allianceId: string, ids: string[], trx: Trx) {
  if (ids.length === 0) return new Map<string, string>();
  const rows = await trx
    .selectFrom("organization")
    .select(["id", "name"])
    .where("allianceId", "=", allianceId)
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
