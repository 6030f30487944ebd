import { forgetExpired } from "./auth/sign-in.server.ts";
import { forgetImports } from "./features/exchange/queries/store-import.server.ts";
import { storeImportJob } from "./features/exchange/store-import.server.ts";
import { recountDay } from "./features/production/treatments/queries/recount.server.ts";
import { makePartitionsAhead } from "./features/production/water/queries/partitions.server.ts";
import { noticeSilentSensors } from "./features/production/water/queries/silent-sensors.server.ts";
import { forgetJobs } from "./jobs/queue.server.ts";
import { type Handlers, startWork } from "./jobs/work.server.ts";

const minuteMs = 60 * 1000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const daysAgo = (now: Date, days: number) => new Date(now.getTime() - days * dayMs);

export const jobHandlers: Handlers = { "import.store": storeImportJob };

/** What this process does between requests; answers how to stop it. */
export const startBackgroundWork = () =>
  startWork(jobHandlers, [
    { everyMs: dayMs, work: makePartitionsAhead },
    { everyMs: minuteMs, work: (now) => noticeSilentSensors(now) },
    { everyMs: hourMs, work: forgetExpired },
    { everyMs: hourMs, work: recountDay },
    { everyMs: dayMs, work: (now) => forgetJobs(daysAgo(now, 30)) },
    { everyMs: dayMs, work: (now) => forgetImports(daysAgo(now, 90)) },
  ]);
