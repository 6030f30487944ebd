import type { Viewer } from "#app/auth/viewer.ts";
import { addDays } from "#app/i18n/day.ts";
import { listEndingWithdrawals } from "../queries/ending-withdrawals.server.ts";
import { listStockedSites } from "../queries/lots-at-sites.server.ts";
import { countPending } from "../queries/pending.server.ts";
import { jobsOf, withdrawalNoticeDays } from "./jobs.ts";
import { shortName } from "./load-entry.server.ts";

/** A keeper's day: what is due at which pond, and how many entries wait for the town. */
export async function loadJobs(
  viewer: Viewer,
  { organizationId, today }: { organizationId: string; today: string },
) {
  const [sites, pending] = await Promise.all([
    listStockedSites(viewer, { organizationId }),
    countPending(viewer),
  ]);
  const withdrawals = await listEndingWithdrawals(viewer, {
    lotIds: sites.flatMap(({ lots }) => lots.map(({ id }) => id)),
    since: addDays(today, -withdrawalNoticeDays),
    until: addDays(today, withdrawalNoticeDays),
  });
  const named = sites.map((site) => ({ ...site, name: shortName(site.name, site.operatorName) }));
  return {
    jobs: jobsOf(named, { withdrawals, today }),
    pending,
    hasFed: sites.some(({ lastFed }) => lastFed),
  };
}
