import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { connect, type Trx } from "#db/connection.server.ts";
import { compareRates } from "./compare-rates.ts";
import type { Seeded } from "./database.ts";
import type { Bench } from "./figure.ts";
import { grownLedgers, inOrder, inTurns, ratiosTo } from "./grown.ts";
import type { Tools } from "./run.ts";
import { appEnvironment } from "./server.ts";
import type { Statement } from "./statements.ts";

const writesInTurn = 20;

/** One event of the ledger, decided and written in one transaction with its entry in the log, one after the other. */
export async function writeEvent(tools: Tools): Promise<Bench> {
  const places = await grownLedgers(tools);
  Object.assign(process.env, appEnvironment(places[0]?.appUrl ?? ""));
  const pens = await inOrder(places, penAt);
  const bare = bareOf(places[0] as Seeded, pens[0] as Pen, await (pens[0] as Pen).statements());
  try {
    await checkSameRows(places[0] as Seeded, pens[0] as Pen, bare.write);
    const own = await compareRates((pens[0] as Pen).write, bare.write, {
      ...{ rounds: tools.rounds, seconds: tools.seconds, atLeast: 0.5 },
      ...{ bench: "write-event", workload: "one loss of fish, one transaction, one connection" },
      against: `its ${bare.statements} statements in a transaction by postgres.js`,
    });
    const turns = pens.map(({ write }) => async () => {
      const begun = performance.now();
      for (let n = 0; n < writesInTurn; n++) await write();
      return (performance.now() - begun) / writesInTurn;
    });
    const grown = ratiosTo(await inTurns(turns, tools.rounds * 3), {
      bench: "write-event",
      workload: "the same",
    });
    return { figures: [own, ...grown] };
  } finally {
    await bare.close();
    await inOrder(pens, ({ close }) => close());
    await inOrder(places, ({ sql }) => sql.end());
  }
}
type Pen = Awaited<ReturnType<typeof penAt>>;

/** Writes deaths of a lot that is never used up. */
async function penAt({ sql, appUrl, allianceId, account }: Seeded) {
  const { recordEvents } = await import("#app/features/production/queries/record-events.server.ts");
  const { eventBody } = await import("#app/features/production/events/registry.ts");
  let kept: Statement[] | undefined;
  const db = connect(appUrl, {
    max: 1,
    log({ query }) {
      kept?.push({ text: query.sql, parameters: query.parameters });
    },
  });
  const [user] = await sql`select id, name from account where login = ${account.login}`;
  const [site] =
    await sql`select id from site where alliance_id = ${allianceId} and kind = 'earth_pond' order by id limit 1`;
  const viewer = {
    allianceId,
    userId: String(user?.id),
    name: String(user?.name),
    role: "coordinator",
  } as const;
  const lotId = uuidv7();
  const record = (event: Record<string, unknown>, now = new Date()) => {
    const body = eventBody.parse({ id: uuidv7(), occurredAt: now.toISOString(), ...event });
    return db.transaction().execute((trx: Trx) => recordEvents({ viewer, now }, [body], {}, trx));
  };
  await record({
    ...{ kind: "buy", lotId, siteId: site?.id, species: "largemouth_bass", form: "farmed", supplier: "基准" },
    ...{ count: 10_000_000, meanG: 50, accept: ["certificateMissing", "density", "densityFar"] },
  });
  const write = () => record({ kind: "mortality", lotId, count: 1 });
  return {
    write,
    lotId,
    async statements() {
      await write();
      kept = [];
      await write();
      const taken = kept;
      kept = undefined;
      return taken;
    },
    close: () => db.destroy(),
  };
}

/** Both leave the same rows behind, or the comparison means nothing. */
async function checkSameRows({ sql }: Seeded, { lotId, write }: Pen, bare: () => Promise<unknown>) {
  const rows = async () => {
    const [row] = await sql`select
      (select count(*) from event_lot where lot_id = ${lotId}) as events, (select sum(count) from entry where lot_id = ${lotId}) as fish,
      (select count from lot where id = ${lotId}) as cached, (select count(*) from audit_log) as logged`;
    return Object.values(row ?? {}).map(Number);
  };
  const [before, , ours, , theirs] = [await rows(), await write(), await rows(), await bare(), await rows()];
  const change = (from: number[], to: number[]) =>
    to.map((value, index) => value - (from[index] as number)).join();
  if (change(before, ours) !== "1,-1,-1,1" || change(ours, theirs) !== "1,-1,-1,1")
    throw new Error(`rows changed by ${change(before, ours)} and by ${change(ours, theirs)}`);
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The same statements, with new ids where the rows are new. */
function bareOf({ appUrl }: Seeded, { lotId }: Pen, statements: Statement[]) {
  const sql = postgres(appUrl, {
    max: 1,
    connection: { plan_cache_mode: "force_custom_plan" },
    onnotice: () => {},
  });
  const made = newIds(statements).filter((id) => id !== lotId);
  const write = () => {
    const ids = new Map(made.map((id) => [id, uuidv7()]));
    const renew = (value: unknown): unknown =>
      typeof value === "string"
        ? value.replace(uuids, (id) => ids.get(id) ?? id)
        : Array.isArray(value)
          ? value.map(renew)
          : value;
    return sql.begin(async (line) => {
      for (const { text, parameters } of statements)
        await line.unsafe(text, parameters.map(renew) as never[], { prepare: true });
    });
  };
  return { write, statements: statements.length, close: () => sql.end() };
}

/** The ids that were made for the rows written: those of the same minute. */
function newIds(statements: Statement[]) {
  const all = new Set(statements.flatMap(({ parameters }) => JSON.stringify(parameters).match(uuids) ?? []));
  const bornAt = (id: string) => Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);
  const newest = Math.max(...[...all].map(bornAt));
  return [...all].filter((id) => newest - bornAt(id) < 500);
}
