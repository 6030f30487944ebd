import { type SqlBool, sql } from "kysely";
import { type Edit, insertAudited, type Subject, updateAudited } from "#app/audit/rows.server.ts";
import { ownOrganizationId, type Viewer, type Writer } from "#app/auth/viewer.ts";
import { type Db, database, inTransaction, type Trx } from "#app/database.server.ts";
import { countedAtMost } from "#app/http/bounds.ts";
import type { PageKey } from "#app/http/page-key.server.ts";
import { addDays } from "#app/i18n/day.ts";
import { refuseFuture } from "../../members/refuse-future.ts";
import { refuseTaken } from "../../members/taken.server.ts";
import type { permitKinds } from "../kinds.ts";
import { type PermitStanding, permitWarningDays } from "../permit-standing.ts";
import type { PermitFields } from "../schema.ts";
import { insertFile, type NewFile } from "./files.server.ts";

const subject: Subject = {
  table: "permit",
  kind: "permit",
  label: (row) => String(row.number),
  organizationId: (row) => (row.organizationId as string | null) ?? null,
  unlisted: [],
};

/** A permit belongs to a site or to an organization; a picture is kept as a file. */
export type NewPermit = {
  id: string;
  siteId: string | null;
  organizationId: string | null;
  picture?: NewFile | null;
} & PermitFields;

export function insertPermits(writer: Writer, permits: NewPermit[], outer?: Trx) {
  return inTransaction(async (trx) => {
    for (const { picture } of permits) if (picture) await insertFile(writer, picture, trx);
    const rows = permits.map(({ picture, ...permit }) => ({ ...permit, pictureId: picture?.id ?? null }));
    return refuseTaken(insertAudited(writer, subject, rows, trx));
  }, outer);
}

type PermitEdit = Edit<PermitFields & { endedOn: string | null }> & { picture?: NewFile | null };

/** A permit that is given back or replaced is ended with a day. Without a new picture the old one stays. */
export function updatePermits(writer: Writer, edits: PermitEdit[], outer?: Trx) {
  for (const { fields } of edits) refuseFuture(writer, "endedOn", fields.endedOn);
  return inTransaction(async (trx) => {
    for (const { picture } of edits) if (picture) await insertFile(writer, picture, trx);
    const pictured = edits.map(({ picture, fields, ...edit }) => ({
      ...edit,
      fields: picture ? { ...fields, pictureId: picture.id } : fields,
    }));
    return refuseTaken(updateAudited(writer, subject, pictured, trx));
  }, outer);
}

export type PermitFilter = {
  siteId?: string;
  organizationId?: string;
  kind?: (typeof permitKinds)[number];
  town?: string;
  standing?: PermitStanding;
};

/** Permits in force or run out but not replaced, the soonest to run out first, those without a term last. */
export async function listPermits(
  viewer: Viewer,
  filter: PermitFilter,
  { today, after, limit = 200 }: { today: string; after?: PageKey; limit?: number },
  db: Db = database,
) {
  const rows = await filteredPermits(viewer, filter, today, db)
    .select(permitColumns)
    .$if(after !== undefined, (query) => query.where(later(after as PageKey)))
    .orderBy("permit.expiresOn", (order) => order.asc().nullsLast())
    .orderBy("permit.id")
    .limit(limit + 1)
    .execute();
  return { items: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1] : undefined };
}

/** The page key of a permit: its last day, or nothing. */
export const permitKey = ({ expiresOn, id }: { expiresOn: string | null; id: string }): PageKey => ({
  sortKey: expiresOn ?? "",
  id,
});

const later = ({ sortKey, id }: PageKey) =>
  sortKey === ""
    ? sql<SqlBool>`permit.expires_on is null and permit.id > ${id}::uuid`
    : sql<SqlBool>`(permit.expires_on is null or (permit.expires_on, permit.id) > (${sortKey}::date, ${id}::uuid))`;

/** How many permits a filter finds, by how they stand on the day; looked at up to `countedAtMost`. */
export async function countPermits(viewer: Viewer, filter: PermitFilter, today: string, db: Db = database) {
  const found = filteredPermits(viewer, filter, today, db).select("permit.expiresOn").limit(countedAtMost);
  const count = (condition: ReturnType<typeof sql<SqlBool>>) =>
    sql<number>`count(*) filter (where ${condition})`;
  return db
    .selectFrom(found.as("permit"))
    .select([
      count(standings.expired(today)).as("expired"),
      count(standings.expiring(today)).as("expiring"),
      count(standings.valid(today)).as("valid"),
    ])
    .executeTakeFirstOrThrow();
}

/** The rule of `permitStanding`, for whole lists. */
const standings: Record<PermitStanding, (today: string) => ReturnType<typeof sql<SqlBool>>> = {
  expired: (today) => sql<SqlBool>`permit.expires_on < ${today}::date`,
  expiring: (today) =>
    sql<SqlBool>`permit.expires_on between ${today}::date and ${addDays(today, permitWarningDays)}::date`,
  valid: (today) =>
    sql<SqlBool>`(permit.expires_on is null or permit.expires_on > ${addDays(today, permitWarningDays)}::date)`,
};

/** One permit, also one that has ended. */
export async function findPermit(viewer: Viewer, id: string, db: Db = database) {
  return visiblePermits(viewer, db).select(permitColumns).where("permit.id", "=", id).executeTakeFirst();
}

/** The picture of a permit that the viewer may see. */
export async function findPermitPicture(viewer: Viewer, permitId: string, db: Db = database) {
  return visiblePermits(viewer, db)
    .innerJoin("file", (join) =>
      join.onRef("file.allianceId", "=", "permit.allianceId").onRef("file.id", "=", "permit.pictureId"),
    )
    .where("permit.id", "=", permitId)
    .select(["file.content", "file.mediaType", "file.name"])
    .executeTakeFirst();
}

const permitColumns = [
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
] as const;

function filteredPermits(viewer: Viewer, filter: PermitFilter, today: string, db: Db) {
  return visiblePermits(viewer, db)
    .where("permit.endedOn", "is", null)
    .$if(filter.siteId !== undefined, (query) => query.where("permit.siteId", "=", filter.siteId as string))
    .$if(filter.organizationId !== undefined, (query) =>
      query.where("permit.organizationId", "=", filter.organizationId as string),
    )
    .$if(filter.kind !== undefined, (query) => query.where("permit.kind", "=", filter.kind as "aquaculture"))
    .$if(filter.town !== undefined, (query) => query.where(permitTown, "=", filter.town as string))
    .$if(filter.standing !== undefined, (query) =>
      query.where(standings[filter.standing as PermitStanding](today)),
    );
}

const permitTown = sql<string | null>`coalesce(site.town_code, holder.town_code)`;

/** Permits of what concerns the viewer: a town's end at the town, a village's and an enterprise's at its own. */
function visiblePermits(viewer: Viewer, db: Db) {
  const own = ownOrganizationId(viewer);
  const reach = own
    ? sql<SqlBool>`${own}::uuid in (permit.organization_id, site.operator_id, site.owner_id)`
    : viewer.role === "town"
      ? sql<SqlBool>`${permitTown} = ${viewer.townCode}`
      : sql<SqlBool>`true`;
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
    .where(reach);
}
