import { type SqlBool, sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import type { PageKey } from "#app/http/page-key.server.ts";
import { jsonRows } from "#db/json-rows.server.ts";
import { seesPrices } from "../access.ts";
import type { AgreementFilter } from "../filter.ts";
import { paid, visibleSupply } from "../visible.server.ts";

/** The version that binds on a day: the newest that both consented to; of one nobody confirmed yet, what is proposed. */
const inForce = (today: string) => sql<SqlBool>`version.number = coalesce(
  (select max(v.number) from agreement_version v
    where v.alliance_id = agreement.alliance_id and v.agreement_id = agreement.id and v.effective_on <= ${today}::date
      and (select count(*) from agreement_consent c where c.alliance_id = v.alliance_id
        and c.agreement_id = v.agreement_id and c.number = v.number) = 2), 1)`;

const agreementsInForce = (viewer: Viewer, today: string, db: Db) =>
  db
    .selectFrom("agreement")
    .innerJoin("organization as supplier", (join) =>
      join
        .onRef("supplier.allianceId", "=", "agreement.allianceId")
        .onRef("supplier.id", "=", "agreement.supplierId"),
    )
    .innerJoin("organization as buyer", (join) =>
      join.onRef("buyer.allianceId", "=", "agreement.allianceId").onRef("buyer.id", "=", "agreement.buyerId"),
    )
    .innerJoin("agreementVersion as version", (join) =>
      join
        .onRef("version.allianceId", "=", "agreement.allianceId")
        .onRef("version.agreementId", "=", "agreement.id")
        .on(inForce(today)),
    )
    .innerJoin("species", "species.code", "version.species")
    .where(visibleSupply(viewer, "agreement"))
    .select([
      "agreement.id",
      "agreement.code",
      "agreement.kind",
      "agreement.supplierId",
      "supplier.name as supplierName",
      "agreement.buyerId",
      "buyer.name as buyerName",
      "agreement.startsOn",
      "agreement.endsOn",
      "agreement.state",
      "version.number",
      "version.species",
      "species.nameZh as speciesZh",
      "species.nameEn as speciesEn",
      "version.form",
      "version.sizeClass",
      "version.priceKind",
    ])
    .select(paid<number | null>(viewer, "version.priceFen").as("priceFen"))
    .select(
      sql<number>`(select coalesce(sum(mass_g), 0)::bigint from agreement_month m where m.alliance_id = version.alliance_id
        and m.agreement_id = version.agreement_id and m.number = version.number)`.as("agreedG"),
    );

/** A page of agreements by their code, with the terms in force. */
export async function listAgreements(
  viewer: Viewer,
  filter: AgreementFilter,
  { today, after, limit }: { today: string; after?: PageKey; limit: number },
  db: Db = database,
) {
  const { q, supplier, buyer, town, species, state } = filter;
  const like = `%${(q ?? "").replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await agreementsInForce(viewer, today, db)
    .$if(q !== undefined, (query) =>
      query.where(({ or, eb }) =>
        or([
          eb("agreement.code", "ilike", like),
          eb("supplier.name", "like", like),
          eb("buyer.name", "like", like),
        ]),
      ),
    )
    .$if(supplier !== undefined, (query) => query.where("agreement.supplierId", "=", supplier as string))
    .$if(buyer !== undefined, (query) => query.where("agreement.buyerId", "=", buyer as string))
    .$if(town !== undefined, (query) =>
      query.where(sql<SqlBool>`${town} in (supplier.town_code, buyer.town_code)`),
    )
    .$if(species !== undefined, (query) => query.where("version.species", "=", species as string))
    .$if(state !== undefined, (query) => query.where("agreement.state", "=", state as "ended"))
    .$if(after !== undefined, (query) => query.where("agreement.code", ">", after?.sortKey as string))
    .orderBy("agreement.code")
    .limit(limit + 1)
    .execute();
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit),
    next: rows.length > limit && last ? { sortKey: last.code, id: last.id } : undefined,
  };
}
export type ListedAgreement = Awaited<ReturnType<typeof listAgreements>>["items"][number];

/** One agreement with the names it was signed by. */
export const findAgreement = (viewer: Viewer, id: string, today: string, db: Db = database) =>
  agreementsInForce(viewer, today, db)
    .where("agreement.id", "=", id)
    .select([
      "agreement.supplierEntity",
      "agreement.buyerEntity",
      "agreement.endedOn",
      "agreement.note",
      "supplier.kind as supplierKind",
      "buyer.kind as buyerKind",
    ])
    .executeTakeFirst();
export type FoundAgreement = NonNullable<Awaited<ReturnType<typeof findAgreement>>>;

/** Every version of an agreement that the viewer has found, the newest first, with its months and consents. */
export const listVersions = (viewer: Viewer, agreementId: string, db: Db = database) =>
  db
    .selectFrom("agreementVersion as version")
    .innerJoin("species", "species.code", "version.species")
    .where("version.allianceId", "=", viewer.allianceId)
    .where("version.agreementId", "=", agreementId)
    .select([
      "version.number",
      "version.effectiveOn",
      "version.species",
      "species.nameZh as speciesZh",
      "species.nameEn as speciesEn",
      "version.form",
      "version.sizeClass",
      "version.priceKind",
      "version.rewardFor",
      "version.waterPermille",
      "version.deadPermille",
      "version.paymentDays",
      "version.dividendBasis",
      "version.quality",
      "version.reason",
      "version.writtenAt",
      "version.writtenByName",
    ])
    .select([
      paid<number | null>(viewer, "version.priceFen").as("priceFen"),
      paid<number | null>(viewer, "version.rewardFen").as("rewardFen"),
      paid<number | null>(viewer, "version.dividendPermille").as("dividendPermille"),
    ])
    .select((eb) => [
      jsonRows(
        eb
          .selectFrom("agreementMonth as m")
          .select(["m.month", "m.massG"])
          .whereRef("m.allianceId", "=", "version.allianceId")
          .whereRef("m.agreementId", "=", "version.agreementId")
          .whereRef("m.number", "=", "version.number")
          .orderBy("m.month")
          .limit(600),
      ).as("months"),
      jsonRows(
        eb
          .selectFrom("agreementConsent as c")
          .select(["c.side", "c.onPaper", "c.consentedAt", "c.accountName"])
          .whereRef("c.allianceId", "=", "version.allianceId")
          .whereRef("c.agreementId", "=", "version.agreementId")
          .whereRef("c.number", "=", "version.number")
          .orderBy("c.side")
          .limit(2),
      ).as("consents"),
    ])
    .select(
      sql<string[]>`array(select what from agreement_gives g where g.alliance_id = version.alliance_id
        and g.agreement_id = version.agreement_id and g.number = version.number order by what)`.as("gives"),
    )
    .orderBy("version.number", "desc")
    .limit(100)
    .execute();
export type AgreementVersion = Awaited<ReturnType<typeof listVersions>>[number];

/** The papers of an agreement that the viewer has found; they name prices. */
export const listPapers = async (viewer: Viewer, agreementId: string, db: Db = database) =>
  seesPrices(viewer)
    ? db
        .selectFrom("agreementFile")
        .innerJoin("file", (join) =>
          join
            .onRef("file.allianceId", "=", "agreementFile.allianceId")
            .onRef("file.id", "=", "agreementFile.fileId"),
        )
        .select(["file.id", "file.name", "file.mediaType", "agreementFile.addedAt"])
        .where("agreementFile.allianceId", "=", viewer.allianceId)
        .where("agreementFile.agreementId", "=", agreementId)
        .orderBy("agreementFile.addedAt")
        .limit(100)
        .execute()
    : [];

/** One of the papers of an agreement that the viewer may see. */
export const findPaper = async (
  viewer: Viewer,
  { agreementId, fileId }: { agreementId: string; fileId: string },
  db: Db = database,
) =>
  seesPrices(viewer)
    ? db
        .selectFrom("agreement")
        .innerJoin("agreementFile as kept", (join) =>
          join
            .onRef("kept.allianceId", "=", "agreement.allianceId")
            .onRef("kept.agreementId", "=", "agreement.id"),
        )
        .innerJoin("file", (join) =>
          join.onRef("file.allianceId", "=", "kept.allianceId").onRef("file.id", "=", "kept.fileId"),
        )
        .select(["file.content", "file.mediaType", "file.name"])
        .where(visibleSupply(viewer, "agreement"))
        .where("agreement.id", "=", agreementId)
        .where("file.id", "=", fileId)
        .executeTakeFirst()
    : undefined;
