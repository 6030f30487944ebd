import { Refused } from "#app/audit/errors.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import { canRecord } from "../access.ts";
import { bodyHash } from "../body-hash.server.ts";
import { decideEvent } from "../decide-event.ts";
import { decideVoid } from "../decide-void.ts";
import { Doubtful, NotAllowed } from "../errors.ts";
import { type DecidedBody, type EventBody, kindOf } from "../events/registry.ts";
import type { Voiding } from "../events/void.ts";
import type { Book } from "../ledger/book.ts";
import { type Marks, unmarked } from "../ledger/marks.ts";
import type { Verdict } from "../verdict.ts";
import { findKnown, findVoided, readEntries, type Voided } from "./known-events.server.ts";
import { lockBook } from "./lock-book.server.ts";
import { readExposures, readMarks } from "./marks.server.ts";
import { retrying } from "./retrying.server.ts";
import { writeVerdicts } from "./write-verdicts.server.ts";

export type Result = { id: string; status: "recorded" | "repeated" | "pending" };

type Options = {
  /** Nobody is there to mend it: what is refused is kept as pending. */
  unattended?: boolean;
  /** Waiting events that are tried again. */
  again?: string[];
};

const clockMayDifferMs = 10 * 60 * 1000;

/**
 * Everything that happens to fish comes in here, one event or thousands: the sites and lots they name are locked once,
 * decided in memory in the order of `occurredAt`, and written at once or not at all. An event that came before is the
 * same answer; one typed late that the book can't take is kept as pending. Throws Refused, Doubtful, NotAllowed,
 * Missing, IdTaken.
 */
export function recordEvents(writer: Writer, bodies: EventBody[], options: Options = {}, outer?: Trx) {
  return outer
    ? record(writer, bodies, options, outer)
    : retrying(() => inTransaction((trx) => record(writer, bodies, options, trx)));
}

async function record(writer: Writer, bodies: EventBody[], options: Options, trx: Trx): Promise<Result[]> {
  const hashes = new Map(bodies.map((body) => [body.id, bodyHash(body)]));
  const known = await findKnown(
    writer.viewer,
    [...hashes].map(([id, hash]) => ({ id, hash })),
    trx,
  );
  for (const id of options.again ?? []) known.delete(id);
  const fresh = [...new Map(bodies.map((body) => [body.id, body])).values()].filter(
    ({ id }) => !known.has(id),
  );
  const verdicts = fresh.length > 0 ? await decideAll(writer, fresh, options, trx) : [];
  await writeVerdicts(writer, verdicts, { hashes, again: options.again ?? [] }, trx);
  const pending = new Set(verdicts.flatMap(({ body, waiting }) => (waiting ? [body.id] : [])));
  return bodies.map(({ id }) => ({
    id,
    status: known.get(id) ?? (pending.has(id) ? "pending" : "recorded"),
  }));
}

async function decideAll(writer: Writer, bodies: EventBody[], options: Options, trx: Trx) {
  const voidings = bodies.filter((body): body is Voiding => body.kind === "void");
  const voided = new Map(
    (
      await findVoided(
        writer.viewer,
        voidings.map(({ eventId }) => eventId),
        trx,
      )
    ).map((event) => [event.id, event]),
  );
  const dated = bodies.map((body) => ({ body, at: instantOf(body, voided) })).sort((a, b) => a.at - b.at);
  for (const { at } of dated)
    if (at > writer.now.getTime() + clockMayDifferMs)
      throw new Refused("occurredAt", "production:refused.future");
  const book = await lockWhatIsTouched(writer, bodies, voided, dated[0]?.at ?? 0, trx);
  const marks = await marksOf(writer, bodies, book, new Date(dated[0]?.at ?? 0), trx);
  const verdicts: (Verdict & { book: Book })[] = [];
  for (const [index, { body, at }] of dated.entries()) {
    const event = { id: body.id, at, order: [Number.MAX_SAFE_INTEGER - dated.length + index, 0] as const };
    const verdict =
      body.kind === "void"
        ? await voidOne(writer, { body, event, voided: voided.get(body.eventId) as Voided, book }, trx)
        : decideEvent({ body, event, book, ...marks, ...options });
    if (!mayWrite(writer, verdict, voided)) throw new NotAllowed();
    verdicts.push({ ...verdict, book });
  }
  const doubts = verdicts.flatMap(({ body, unconfirmed }) =>
    unconfirmed.length > 0 ? [{ eventId: body.id, codes: unconfirmed }] : [],
  );
  if (doubts.length > 0) throw new Doubtful(doubts);
  return verdicts;
}

const instantOf = (body: EventBody, voided: Map<string, Voided>) =>
  body.kind === "void"
    ? (voided.get(body.eventId) as Voided).occurredAt.getTime()
    : Date.parse(body.occurredAt);

function lockWhatIsTouched(
  { viewer }: Writer,
  bodies: EventBody[],
  voided: Map<string, Voided>,
  from: number,
  trx: Trx,
) {
  const decided = bodies.filter((body): body is DecidedBody => body.kind !== "void");
  const touched = decided.map((body) => ({ ...kindOf(body).touches(body), spreads: kindOf(body).spreads }));
  const spreading = touched.filter(({ spreads }) => spreads);
  return lockBook(
    viewer,
    {
      siteIds: touched.flatMap(({ siteIds = [] }) => siteIds),
      lotIds: [
        ...touched.flatMap(({ lotIds = [] }) => lotIds),
        ...[...voided.values()].flatMap(({ lotIds }) => lotIds),
      ],
      arriving: touched.flatMap(({ arriving = [] }) => arriving),
      received: [...voided.values()].flatMap(({ kind, lotIds }) => (kind === "receipt" ? lotIds : [])),
      otherSiteIds: [...voided.values()].map(({ siteId }) => siteId),
      from,
      exposes: {
        lotIds: spreading.flatMap(({ lotIds = [] }) => lotIds),
        siteIds: spreading.flatMap(({ siteIds = [] }) => siteIds),
      },
    },
    trx,
  );
}

/** What withholds the lots, read only where an event asks for it or hands it on. */
async function marksOf({ viewer }: Writer, bodies: EventBody[], book: Book, from: Date, trx: Trx) {
  const asked = bodies.filter(
    (body): body is DecidedBody => body.kind !== "void" && kindOf(body).marks === true,
  );
  if (asked.length === 0) return { marks: unmarked(), exposures: [] };
  const marks: Marks = await readMarks(viewer.allianceId, [...book.lots.keys()], trx);
  const exposures = await readExposures(viewer.allianceId, [...book.sites.keys()], from, trx);
  return { marks, exposures };
}

async function voidOne(
  writer: Writer,
  given: { body: Voiding; event: { id: string; at: number }; voided: Voided; book: Book },
  trx: Trx,
) {
  const entries = await readEntries(writer.viewer.allianceId, given.voided.id, trx);
  return decideVoid({ ...given, entries, userId: writer.viewer.userId, now: writer.now });
}

function mayWrite({ viewer }: Writer, verdict: Verdict, voided: Map<string, Voided>) {
  const site = verdict.site;
  if (canRecord(viewer, site)) return true;
  // An inspector takes back what they wrote themselves, and writes what only they find.
  if (viewer.role !== "inspector") return false;
  const { body } = verdict;
  return body.kind === "void"
    ? voided.get(body.eventId)?.accountId === viewer.userId
    : kindOf(body).byInspector === true;
}
