import { setTimeout as wait } from "node:timers/promises";
import { log } from "#app/http/log.server.ts";
import {
  finishJob,
  isLastAttempt,
  isWornOut,
  type Job,
  keepJob,
  postponeJob,
  takeJob,
} from "./queue.server.ts";

/** Does the work and may do it again: a job whose process was killed is taken by another. */
export type Handler = {
  work: (job: Pick<Job, "allianceId" | "payload">, now: Date) => Promise<void>;
  /** Told when the last attempt failed too. */
  giveUp?: (job: Pick<Job, "allianceId" | "payload">, now: Date) => Promise<void>;
};
export type Handlers = Record<string, Handler>;
/** Done by every process about once in `everyMs`; doing it twice must do no harm. */
export type Chore = { everyMs: number; work: (now: Date) => Promise<void> };

const pollMs = 1000;
const keepMs = 20_000;

/** Takes jobs one after the other until it is told to stop; ends with the one under way. */
export function startWork(handlers: Handlers, chores: Chore[] = []) {
  const stopping = new AbortController();
  const lastDone = new Map<Chore, number>();
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      const busy = await doOneJob(handlers).catch((error) => {
        log.error({ err: error }, "no job could be taken");
        return false;
      });
      for (const chore of chores) {
        if (stopping.signal.aborted || Date.now() - (lastDone.get(chore) ?? 0) < chore.everyMs) continue;
        lastDone.set(chore, Date.now());
        await chore.work(new Date()).catch((error) => log.error({ err: error }, "chore failed"));
      }
      if (!busy) await wait(pollMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return async () => {
    stopping.abort();
    await ended;
  };
}

/** False when nothing was due. */
export async function doOneJob(handlers: Handlers) {
  const job = await takeJob(new Date());
  if (!job) return false;
  const keeping = setInterval(() => keepJob(job, new Date()).catch(() => {}), keepMs);
  try {
    const handler = handlers[job.kind];
    if (!handler) throw new Error(`no handler for jobs of kind ${job.kind}`);
    if (isWornOut(job)) throw new Error("ended its process again and again");
    await handler.work(job, new Date());
    await finishJob(job, new Date());
  } catch (error) {
    log.error({ err: error, kind: job.kind, attempts: job.attempts }, "job failed");
    if (isLastAttempt(job)) await handlers[job.kind]?.giveUp?.(job, new Date());
    await postponeJob(job, String(error).slice(0, 1000), new Date());
  } finally {
    clearInterval(keeping);
  }
  return true;
}
