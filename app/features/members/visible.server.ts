import { type ExpressionBuilder, type RawBuilder, sql } from "kysely";
import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";
import type { Database } from "#db/schema/index.ts";

type OnOrganization = ExpressionBuilder<Database, "organization">;

/**
 * Which organizations a viewer may know of. The register of organizations is the county's for those who govern it;
 * a village or enterprise knows itself and its partners of today.
 */
export function visibleOrganization(viewer: Viewer, today: string) {
  return (eb: OnOrganization) => {
    const inAlliance = eb("organization.allianceId", "=", viewer.allianceId);
    const own = ownOrganizationId(viewer);
    if (!own) return inAlliance;
    const partner = eb.exists(
      eb
        .selectFrom("partnership")
        .select(sql`1`.as("one"))
        .whereRef("partnership.allianceId", "=", "organization.allianceId")
        .where("partnership.fromOn", "<=", today)
        .where((p) => p.or([p("partnership.toOn", "is", null), p("partnership.toOn", ">=", today)]))
        .where((p) =>
          p.or([
            p.and([p("partnership.aId", "=", own), p("partnership.bId", "=", p.ref("organization.id"))]),
            p.and([p("partnership.bId", "=", own), p("partnership.aId", "=", p.ref("organization.id"))]),
          ]),
        ),
    );
    return eb.and([inAlliance, eb.or([eb("organization.id", "=", own), partner])]);
  };
}

/** Whose personal data and other register details a viewer has business with; for the rest they are masked or left out. */
export function ownConcern(viewer: Viewer): RawBuilder<boolean> {
  switch (viewer.role) {
    case "coordinator":
    case "inspector":
      return sql<boolean>`true`;
    case "town":
      return sql<boolean>`coalesce(organization.town_code = ${viewer.townCode}, false)`;
    default:
      return sql<boolean>`organization.id = ${viewer.organizationId}::uuid`;
  }
}

/** 13800001234 → 138****1234, where the viewer has no business with it. */
export const maskedPhone = (column: RawBuilder<string | null>, shown: RawBuilder<boolean>) =>
  sql<
    string | null
  >`case when ${shown} then ${column} else regexp_replace(${column}, '^(.{3}).*(.{4})$', '\\1****\\2') end`;

/** 王小明 → 王**, where the viewer has no business with it. */
export const maskedName = (column: RawBuilder<string>, shown: RawBuilder<boolean>) =>
  sql<string>`case when ${shown} then ${column} else left(${column}, 1) || '**' end`;
