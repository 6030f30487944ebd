import { z } from "@hono/zod-openapi";
import { stages } from "#app/features/members/kinds.ts";
import { squareMetresToMu } from "#app/features/sites/area.ts";
import {
  fundingSources,
  positionSources,
  protectionZones,
  siteKinds,
  siteStatuses,
  waterBodies,
} from "#app/features/sites/kinds.ts";
import type { findSite } from "#app/features/sites/queries/find-site.server.ts";
import type { listSites } from "#app/features/sites/queries/list-sites.server.ts";
import { geometry, geometryOf } from "./geojson.ts";

export type Row = Awaited<ReturnType<typeof listSites>>["items"][number];
type Detail = NonNullable<Awaited<ReturnType<typeof findSite>>>;

const mu = z.number().nullable().openapi({ description: "mu (10,000/15 m²), 2 decimals" });

export const siteProperties = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    kind: z.enum(siteKinds),
    stage: z.enum(stages),
    organization: z.string().openapi({ description: "Who operates it" }),
    town: z.string(),
    status: z.enum(siteStatuses),
    areaMu: mu.openapi({ description: "Area in force (registered, else drawn), mu, 2 decimals" }),
    volumeM3: z.number().nullable(),
  })
  .openapi("SiteProperties");

export const site = siteProperties
  .extend({
    townCode: z.string(),
    operatorId: z.uuid(),
    ownerId: z.uuid(),
    species: z.array(z.string()),
    lng: z.number().nullable(),
    lat: z.number().nullable(),
  })
  .openapi("Site");

const monthDay = z.string().nullable().openapi({ example: "03-01" });

export const siteDetail = site
  .extend({
    owner: z.string(),
    geometry,
    positionSource: z.enum(positionSources).nullable(),
    registeredAreaMu: mu,
    drawnAreaMu: mu,
    diameterM: z.number().nullable(),
    depthM: z.number().nullable(),
    waterBody: z.enum(waterBodies).nullable(),
    protectionZone: z.enum(protectionZones).nullable(),
    managingBody: z.string().nullable(),
    noFeeding: z.boolean().nullable(),
    closedFrom: monthDay,
    closedTo: monthDay,
    household: z.string().nullable(),
    leaseFrom: z.iso.date().nullable(),
    leaseTo: z.iso.date().nullable(),
    fundingSource: z.enum(fundingSources).nullable(),
    note: z.string().nullable(),
    statuses: z.array(z.object({ fromOn: z.iso.date(), status: z.enum(siteStatuses) })),
    version: z.int(),
    updatedAt: z.iso.datetime(),
  })
  .openapi("SiteDetail", {
    description: "Lease, funding and note are null for those who have no business with them",
  });

const toMu = (squareMetres: number | null) =>
  squareMetres === null ? null : Math.round(squareMetresToMu(squareMetres) * 100) / 100;

/** What a map says of a site. */
export const propertiesOf = (row: Omit<Row, "sortKey">) =>
  ({
    id: row.id,
    code: row.code,
    name: row.name,
    kind: row.kind,
    stage: row.stage,
    organization: row.operatorName,
    town: row.townName,
    status: row.status,
    areaMu: toMu(row.areaM2),
    volumeM3: row.volumeM3,
  }) satisfies z.infer<typeof siteProperties>;

export const itemOf = (row: Omit<Row, "sortKey">) =>
  ({
    ...propertiesOf(row),
    townCode: row.townCode,
    operatorId: row.operatorId,
    ownerId: row.ownerId,
    species: row.species,
    lng: row.lng,
    lat: row.lat,
  }) satisfies z.infer<typeof site>;

export const detailOf = (row: Detail) =>
  ({
    ...itemOf(row),
    owner: row.ownerName,
    geometry: geometryOf(row),
    positionSource: row.positionSource,
    registeredAreaMu: toMu(row.registeredAreaM2),
    drawnAreaMu: toMu(row.drawnAreaM2),
    diameterM: row.diameterM,
    depthM: row.depthM,
    waterBody: row.waterBody,
    protectionZone: row.protectionZone,
    managingBody: row.managingBody,
    noFeeding: row.noFeeding,
    closedFrom: row.closedFrom,
    closedTo: row.closedTo,
    household: row.householdCode,
    leaseFrom: row.leaseFrom,
    leaseTo: row.leaseTo,
    fundingSource: row.fundingSource as z.infer<typeof siteDetail>["fundingSource"],
    note: row.note,
    statuses: row.statuses,
    version: row.version,
    updatedAt: row.updatedAt.toISOString(),
  }) satisfies Omit<z.infer<typeof siteDetail>, "geometry"> & { geometry: unknown };
