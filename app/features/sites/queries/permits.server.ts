import { sql } from "kysely";
import { type Edit, insertAudited, type Subject, updateAudited } from "#app/audit/rows.server.ts";
import { ownOrganizationId, type Viewer, type Writer } from "#app/auth/viewer.ts";
import { type Db, database, inTransaction, type Trx } from "#app/database.server.ts";
import { refuseTaken } from "../../members/taken.server.ts";
import type { PermitFields } from "../schema.ts";

const subject: Subject = {
  table: "permit",
  kind: "permit",
  label: (row) => String(row.number),
  organizationId: (row) => (row.organizationId as string | null) ?? null,
  unlisted: ["pictureId"],
};

/** A permit belongs to a site or to an organization; a picture is kept as a file. */
export type NewPermit = {
  id: string;
  siteId: string | null;
  organizationId: string | null;
  pictureId?: string | null;
} & PermitFields;

export function insertPermits(writer: Writer, permits: NewPermit[], outer?: Trx) {
  return inTransaction((trx) => refuseTaken(insertAudited(writer, subject, permits, trx)), outer);
}

type PermitEdit = Edit<PermitFields & { pictureId: string | null; endedOn: string | null }>;

/** A permit that is given back or replaced is ended with a day. */
export function updatePermits(writer: Writer, edits: PermitEdit[], outer?: Trx) {
  return inTransaction((trx) => refuseTaken(updateAudited(writer, subject, edits, trx)), outer);
}

export type PermitFilter = {
  siteId?: string;
  organizationId?: string;
  /** runs out on or before this day */
  expiresBy?: string;
};

/** Permits in force or run out but not replaced, the soonest to run out first. */
export async function listPermits(
  viewer: Viewer,
  filter: PermitFilter,
  { limit = 200 }: { limit?: number } = {},
  db: Db = database,
) {
  return visiblePermits(viewer, db)
    .where("permit.endedOn", "is", null)
    .$if(filter.siteId !== undefined, (query) => query.where("permit.siteId", "=", filter.siteId as string))
    .$if(filter.organizationId !== undefined, (query) =>
      query.where("permit.organizationId", "=", filter.organizationId as string),
    )
    .$if(filter.expiresBy !== undefined, (query) =>
      query.where("permit.expiresOn", "<=", filter.expiresBy as string),
    )
    .orderBy("permit.expiresOn", (order) => order.asc().nullsLast())
    .orderBy("permit.id")
    .limit(limit)
    .execute();
}

export async function findPermit(viewer: Viewer, id: string, db: Db = database) {
  return visiblePermits(viewer, db).where("permit.id", "=", id).executeTakeFirst();
}

/** The picture of a permit that the viewer may see. */
export async function findPermitPicture(viewer: Viewer, permitId: string, db: Db = database) {
  return visiblePermits(viewer, db)
    .innerJoin("file", (join) =>
      join.onRef("file.allianceId", "=", "permit.allianceId").onRef("file.id", "=", "permit.pictureId"),
    )
    .where("permit.id", "=", permitId)
    .clearSelect()
    .select(["file.content", "file.mediaType", "file.name"])
    .executeTakeFirst();
}

/** Permits of what concerns the viewer: a town's end at the town, a village's and an enterprise's at its own. */
function visiblePermits(viewer: Viewer, db: Db) {
  const own = ownOrganizationId(viewer);
  const reach = own
    ? sql<boolean>`${own}::uuid in (permit.organization_id, site.operator_id, site.owner_id)`
    : viewer.role === "town"
      ? sql<boolean>`coalesce(site.town_code, holder.town_code) = ${viewer.townCode}`
      : sql<boolean>`true`;
  return db
    .selectFrom("permit")
    .leftJoin("site", (join) =>
      join.onRef("site.allianceId", "=", "permit.allianceId").onRef("site.id", "=", "permit.siteId"),
    )
    .leftJoin("organization as holder", (join) =>
      join
        .onRef("holder.allianceId", "=", "permit.allianceId")
        .on(sql<boolean>`holder.id = coalesce(permit.organization_id, site.operator_id)`),
    )
    .where("permit.allianceId", "=", viewer.allianceId)
    .where(reach)
    .select([
      "permit.id",
      "permit.kind",
      "permit.number",
      "permit.issuer",
      "permit.issuedOn",
      "permit.expiresOn",
      "permit.endedOn",
      "permit.pictureId",
      "permit.version",
      "permit.siteId",
      "permit.organizationId",
      "site.name as siteName",
      "site.townCode as siteTownCode",
      "site.operatorId as siteOperatorId",
      "holder.id as holderId",
      "holder.name as holderName",
      "holder.townCode as holderTownCode",
    ]);
}
