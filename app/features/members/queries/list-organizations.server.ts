import { type Expression, type SqlBool, sql } from "kysely";
import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import type { PageKey } from "#app/http/page-key.server.ts";
import { searchQuery } from "#app/search/terms.ts";
import type { organizationFlags, organizationGaps, organizationKinds, stages } from "../kinds.ts";
import { ownConcern, visibleOrganization } from "../visible.server.ts";

type OrganizationKind = (typeof organizationKinds)[number];

export type OrganizationFilter = {
  kind?: OrganizationKind | OrganizationKind[];
  /** member: today; former: was one; never: has not been one */
  membership?: "member" | "former" | "never";
  town?: string;
  stage?: (typeof stages)[number];
  flag?: (typeof organizationFlags)[number];
  id?: string;
  gap?: (typeof organizationGaps)[number];
  /** those that have ended instead of those of today; one that is named is found in either case */
  ended?: boolean;
  q?: string;
  /** a set of organization ids that a higher feature asks for */
  within?: Expression<string>;
};

/** A page of organizations by pinyin, with what the list shows of each; a partner's households are not counted. */
export async function listOrganizations(
  viewer: Viewer,
  filter: OrganizationFilter,
  { today, after, limit }: { today: string; after?: PageKey; limit: number },
  db: Db = database,
) {
  const rows = await filteredOrganizations(viewer, filter, today, db)
    .leftJoin("town", "town.code", "organization.townCode")
    .leftJoin("legalEntity", (join) =>
      join
        .onRef("legalEntity.allianceId", "=", "organization.allianceId")
        .onRef("legalEntity.organizationId", "=", "organization.id")
        .on("legalEntity.toOn", "is", null),
    )
    .select((eb) => [
      "organization.id",
      "organization.kind",
      "organization.code",
      "organization.villageCode",
      "organization.name",
      "organization.townCode",
      "town.name as townName",
      "organization.stages",
      "organization.flags",
      "organization.lng",
      "organization.lat",
      "organization.identityCode",
      "organization.endedOn",
      "legalEntity.name as legalEntity",
      "legalEntity.creditCode",
      "organization.version",
      "organization.sortKey",
      eb
        .selectFrom("membership")
        .select("membership.joinedOn")
        .whereRef("membership.allianceId", "=", "organization.allianceId")
        .whereRef("membership.organizationId", "=", "organization.id")
        .where("membership.leftOn", "is", null)
        .as("memberSince"),
      eb
        .selectFrom("household")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .whereRef("household.allianceId", "=", "organization.allianceId")
        .whereRef("household.organizationId", "=", "organization.id")
        .where("household.endedOn", "is", null)
        .$if(ownOrganizationId(viewer) !== undefined, (query) => query.where(ownConcern(viewer)))
        .as("households"),
    ])
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(organization.sort_key, organization.id) > (${after?.sortKey}, ${after?.id}::uuid)`,
      ),
    )
    .orderBy("organization.sortKey")
    .orderBy("organization.id")
    .limit(limit + 1)
    .execute();
  return { items: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1] : undefined };
}

/** How many organizations a filter finds, counted up to `atMost`. */
export async function countOrganizations(
  viewer: Viewer,
  filter: OrganizationFilter,
  { today, atMost = 10_000 }: { today: string; atMost?: number },
  db: Db = database,
) {
  const found = filteredOrganizations(viewer, filter, today, db).select("organization.id").limit(atMost);
  const { count } = await db
    .selectFrom(found.as("found"))
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

function filteredOrganizations(viewer: Viewer, filter: OrganizationFilter, today: string, db: Db) {
  const search = filter.q ? searchQuery(viewer.allianceId, filter.q) : undefined;
  const membership = sql`select 1 from membership m
    where m.alliance_id = organization.alliance_id and m.organization_id = organization.id`;
  return db
    .selectFrom("organization")
    .where(visibleOrganization(viewer, today))
    .$if(filter.id === undefined, (query) =>
      query.where("organization.endedOn", filter.ended ? "is not" : "is", null),
    )
    .$if(filter.id !== undefined, (query) => query.where("organization.id", "=", filter.id as string))
    .$if(filter.kind !== undefined, (query) =>
      query.where("organization.kind", "in", [filter.kind ?? []].flat()),
    )
    .$if(filter.town !== undefined, (query) =>
      query.where("organization.townCode", "=", filter.town as string),
    )
    .$if(filter.stage !== undefined, (query) =>
      query.where(sql<SqlBool>`organization.stages @> array[${filter.stage}]::text[]`),
    )
    .$if(filter.flag !== undefined, (query) =>
      query.where(sql<SqlBool>`organization.flags @> array[${filter.flag}]::text[]`),
    )
    .$if(filter.membership === "member", (query) =>
      query.where(sql<SqlBool>`exists (${membership} and m.left_on is null)`),
    )
    .$if(filter.membership === "former", (query) =>
      query.where(sql<SqlBool>`exists (${membership}) and not exists (${membership} and m.left_on is null)`),
    )
    .$if(filter.membership === "never", (query) => query.where(sql<SqlBool>`not exists (${membership})`))
    .$if(filter.gap === "contact", (query) =>
      query.where(sql<SqlBool>`not exists (select 1 from contact c
        where c.alliance_id = organization.alliance_id and c.organization_id = organization.id and c.to_on is null)`),
    )
    .$if(filter.within !== undefined, (query) =>
      query.where("organization.id", "in", filter.within as Expression<string>),
    )
    .$if(search !== undefined, (query) =>
      query
        .where(sql<SqlBool>`organization.search_terms @> ${search?.terms}::text[]`)
        .where(sql<SqlBool>`organization.search_text like all (${search?.likes}::text[])`),
    );
}
