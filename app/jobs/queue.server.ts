import { sql, type Updateable } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { type Db, database } from "#app/database.server.ts";
import type { Database } from "#db/schema/index.ts";

type JobValues = { allianceId: string; kind: string; payload: Record<string, string>; runAt: Date };
export type Job = NonNullable<Awaited<ReturnType<typeof takeJob>>>;

/** Whoever holds a job says within this time that it still does; else the job is taken anew. */
const leaseMs = 60_000;
const attemptsAtMost = 5;
/** Waits 2, 4, 8 … seconds between attempts. */
const backoffMs = (attempts: number) => 1000 * 2 ** attempts;

/** Part of the transaction that makes the work necessary: both are there, or neither. */
export async function addJob(job: JobValues, db: Db) {
  await db
    .insertInto("job")
    .values({ ...job, id: uuidv7() })
    .execute();
}

/** The longest due job that nobody holds; every process may ask at the same time. */
export async function takeJob(now: Date, db: Db = database) {
  const { rows } = await sql<{
    allianceId: string;
    id: string;
    kind: string;
    payload: Record<string, string>;
    attempts: number;
  }>`
    update job set locked_until = ${after(now, leaseMs)}, attempts = job.attempts + 1
    from (
      select alliance_id, id from job
      where done_at is null and run_at <= ${now} and (locked_until is null or locked_until < ${now})
      order by run_at limit 1 for update skip locked
    ) due
    where job.alliance_id = due.alliance_id and job.id = due.id
    returning job.alliance_id, job.id, job.kind, job.payload, job.attempts`.execute(db);
  return rows[0];
}

export const keepJob = (job: Job, now: Date) => updateJob(job, { lockedUntil: after(now, leaseMs) });

export const finishJob = (job: Job, now: Date) => updateJob(job, { doneAt: now, lockedUntil: null });

/** True when it was tried often enough and is given up. */
export const isLastAttempt = (job: Job) => job.attempts >= attemptsAtMost;

/** Its last attempt never came to an end: the process was killed under it. */
export const isWornOut = (job: Job) => job.attempts > attemptsAtMost;

export const postponeJob = (job: Job, failure: string, now: Date) =>
  updateJob(job, {
    failure,
    lockedUntil: null,
    ...(isLastAttempt(job) ? { doneAt: now } : { runAt: after(now, backoffMs(job.attempts)) }),
  });

async function updateJob({ allianceId, id, attempts }: Job, values: Updateable<Database["job"]>) {
  // Whoever lost the job to another process has no say in it any more.
  await database
    .updateTable("job")
    .set(values)
    .where("allianceId", "=", allianceId)
    .where("id", "=", id)
    .where("attempts", "=", attempts)
    .execute();
}

/** Jobs done long ago. */
export async function forgetJobs(before: Date) {
  await database.deleteFrom("job").where("doneAt", "<", before).execute();
}

const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);
