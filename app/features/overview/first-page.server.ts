import { listAudit } from "#app/audit/list.server.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import { countedAtMost } from "#app/http/bounds.ts";
import { chinaDay } from "#app/i18n/day.ts";
import { findOrganization } from "../members/queries/find-organization.server.ts";
import { countOrganizations } from "../members/queries/list-organizations.server.ts";
import { loadMonth } from "../production/month/load-month.server.ts";
import { sumLots } from "../production/queries/list-lots.server.ts";
import { countPending } from "../production/queries/pending.server.ts";
import { loadJobs } from "../production/recording/load-jobs.server.ts";
import { loadSilent } from "../production/recording/load-silent.server.ts";
import { countWithheld, listWithdrawals } from "../production/treatments/queries/withdrawals.server.ts";
import { countOpenAlarms } from "../production/water/queries/alarms.server.ts";
import { countHazards, listUrgentHazards } from "../safety/queries/hazards.server.ts";
import { listSites } from "../sites/queries/list-sites.server.ts";
import { countPermits, listPermits, type PermitFilter } from "../sites/queries/permits.server.ts";
import { countSiteGaps } from "../sites/queries/site-gaps.server.ts";
import { sumSitesByTown } from "../sites/queries/totals.server.ts";
import { sumOwed } from "../supply/settlement/queries/sum-owed.server.ts";
import { countEnterprisesByStage } from "./queries/enterprises-by-stage.server.ts";
import { listPartners } from "./queries/partners.server.ts";
import { findRandomPond } from "./queries/random-pond.server.ts";
import { mapOfCounty } from "./small-map.server.ts";
import { summarize } from "./summary.server.ts";
import { loadTown } from "./town.server.ts";

type As<Role extends Viewer["role"]> = Extract<Viewer, { role: Role }>;

/** Lists on a first page are a beginning: so many rows, then a link to all. */
const rows = { changes: 8, hazards: 10, permits: 10, withheld: 10, ownSites: 200, partners: 60 };

/** What a role's first page shows, and nothing of another's. */
export async function loadFirstPage(viewer: Viewer, now: Date) {
  const today = chinaDay(now);
  switch (viewer.role) {
    case "coordinator":
      return { role: viewer.role, ...(await forCoordinator(viewer, { now, today })) };
    case "town":
      return { role: viewer.role, ...(await forTown(viewer, { now, today })) };
    case "village":
      return { role: viewer.role, ...(await forVillage(viewer, today)) };
    case "enterprise":
      return { role: viewer.role, ...(await forEnterprise(viewer, today)) };
    case "inspector":
      return { role: viewer.role, ...(await forInspector(viewer, today)) };
  }
}
type FirstPage = Awaited<ReturnType<typeof loadFirstPage>>;
export type FirstPageOf<Role extends Viewer["role"]> = Extract<FirstPage, { role: Role }>;

type At = { now: Date; today: string };

async function forCoordinator(viewer: As<"coordinator">, { now, today }: At) {
  const [needs, summary, stages, changes, map, silent, month] = await Promise.all([
    whatIsMissing(viewer, today),
    summarize(viewer, today),
    countEnterprisesByStage(viewer, today),
    listAudit(viewer, {}, { limit: rows.changes }),
    mapOfCounty(viewer),
    loadSilent(viewer, { now, today }),
    loadMonth(viewer, today),
  ]);
  return { needs, summary, stages, changes: changes.items, map, silent, month };
}

async function forTown(viewer: As<"town">, { now, today }: At) {
  const { townCode } = viewer;
  const [silent, month, needs, hazards, permits, town] = await Promise.all([
    loadSilent(viewer, { now, today }),
    loadMonth(viewer, today),
    whatIsMissing(viewer, today, townCode),
    listOpenHazards(viewer, today),
    listDue(viewer, today),
    loadTown(viewer, townCode, today),
  ]);
  return { silent, month, needs, hazards, permits, town, townCode, today };
}

async function forVillage(viewer: As<"village">, today: string) {
  const [day, organization, hazards, sites, permits, ready, withheld, owed] = await Promise.all([
    loadJobs(viewer, { organizationId: viewer.organizationId, today }),
    findOrganization(viewer, viewer.organizationId, today),
    listOpenHazards(viewer, today),
    listOwnSites(viewer),
    listDue(viewer, today),
    sumLots(viewer, { state: "ready" }, today),
    listWithdrawals(viewer, { limit: rows.withheld }),
    sumOwed(viewer, today),
  ]);
  return {
    day,
    ready,
    owed,
    organizationId: viewer.organizationId,
    withheld: withheld.map(({ lotId, eventId, lotCode, siteName, expectedFrom, expectedTo }) => ({
      ...{ lotId, eventId, lotCode, siteName, expectedFrom, expectedTo },
    })),
    organization: organization && { id: organization.id, name: organization.name },
    contacts: organization?.contacts ?? [],
    hazards,
    sites,
    permits,
    today,
  };
}

async function forEnterprise(viewer: As<"enterprise">, today: string) {
  const { organizationId } = viewer;
  const [hazards, sites, permits, partners, owed] = await Promise.all([
    listOpenHazards(viewer, today),
    listOwnSites(viewer),
    listPermits(viewer, {}, { today, limit: rows.permits }),
    listPartners(viewer, { organizationId, today, limit: rows.partners }),
    sumOwed(viewer, today),
  ]);
  return { organizationId, hazards, sites, permits: permits.items, partners, owed, today };
}

async function forInspector(viewer: As<"inspector">, today: string) {
  const beginning = (filter: PermitFilter) => listPermits(viewer, filter, { today, limit: rows.permits });
  const [overdue, withheld, counts, expired, expiring, sums, pond] = await Promise.all([
    listUrgentHazards(viewer, { overdue: "yes" }, { today, limit: rows.hazards }),
    countWithheld(viewer),
    countPermits(viewer, {}, today),
    beginning({ standing: "expired" }),
    beginning({ standing: "expiring" }),
    sumSitesByTown(viewer),
    findRandomPond(viewer),
  ]);
  const byKind = new Map<string, number>();
  for (const { kind, sites } of sums) byKind.set(kind, (byKind.get(kind) ?? 0) + sites);
  return {
    overdue,
    withheld,
    counts,
    expired: expired.items,
    expiring: expiring.items,
    kinds: [...byKind].map(([kind, sites]) => ({ kind, sites })),
    pond,
    today,
  };
}

async function whatIsMissing(viewer: Viewer, today: string, town?: string) {
  const [alarms, hazards, pending, withheld, permits, gaps, uncontacted] = await Promise.all([
    countOpenAlarms(viewer, { town }),
    countHazards(viewer, { town }, today),
    countPending(viewer),
    countWithheld(viewer),
    countPermits(viewer, { town }, today),
    countSiteGaps(viewer, { town }),
    countOrganizations(
      viewer,
      { kind: "village", membership: "member", gap: "contact", town },
      { today, atMost: countedAtMost },
    ),
  ]);
  return { alarms: alarms.all, hazards, permits, gaps, uncontacted, pending, withheld };
}
export type Missing = Awaited<ReturnType<typeof whatIsMissing>>;

/** What is still to be put right, the earliest deadline first. */
const listOpenHazards = (viewer: Viewer, today: string) =>
  listUrgentHazards(viewer, { status: "open" }, { today, limit: rows.hazards });

/** Permits that have run out, then those that soon will. */
async function listDue(viewer: Viewer, today: string) {
  const beginning = (filter: PermitFilter) => listPermits(viewer, filter, { today, limit: rows.permits });
  const [expired, expiring] = await Promise.all([
    beginning({ standing: "expired" }),
    beginning({ standing: "expiring" }),
  ]);
  return [...expired.items, ...expiring.items].slice(0, rows.permits);
}

async function listOwnSites(viewer: Viewer) {
  const { items } = await listSites(viewer, {}, { limit: rows.ownSites });
  return items.map(({ id, name, code, kind, status }) => ({ id, name, code, kind, status }));
}
export type OwnSite = Awaited<ReturnType<typeof listOwnSites>>[number];
