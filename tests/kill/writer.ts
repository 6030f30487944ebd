import { setTimeout as wait } from "node:timers/promises";
import { v7 as uuidv7 } from "uuid";

type Event = { id: string } & Record<string, unknown>;
type Pond = { siteId: string; lotId: string };

const occurredAt = "2026-02-01T09:00:00+08:00";
const common = () => ({ id: uuidv7(), occurredAt });

/** What goes into one request, by turns: one table's rows, several tables', several events that stand or fall together. */
const groups: ((pond: Pond) => Event[])[] = [
  ({ lotId }) => [{ ...common(), kind: "mortality", lotId, count: 1 }],
  ({ lotId }) => [
    {
      ...{ ...common(), kind: "dispatch", purpose: "rearing", lotId, transitLotId: uuidv7() },
      ...{ count: 1, massG: 100, receiver: "客户" },
    },
  ],
  ({ lotId, siteId }) => [
    ...Array.from({ length: 6 }, () => ({ ...common(), kind: "mortality", lotId, count: 1 })),
    {
      ...{ ...common(), kind: "feeding", siteId, feed: "fodder", massG: 1000 },
      ...{ fromOn: "2026-02-01", toOn: "2026-02-01" },
    },
  ],
];

/** A program that writes without pause, and sends again, the same, whatever it got no answer to. */
export function startWriter({ url, cookie, pond }: { url: string; cookie: string; pond: Pond }) {
  const acknowledged: string[][] = [];
  /** Sent, perhaps written, not answered. */
  let open: string[] | undefined;
  let fishGone = 0;
  let sentAgain = 0;
  let stopping = false;
  /** When the newest request that was acknowledged had been sent, and when its answer came. */
  let newest = { sent: 0, answered: 0 };

  async function send(body: string) {
    for (;;) {
      const sent = performance.now();
      try {
        const answer = await fetch(`${url}/api/v1/events`, {
          ...{ method: "POST", body, signal: AbortSignal.timeout(20_000) },
          headers: { cookie, origin: url, "content-type": "application/json" },
        });
        const text = await answer.text();
        if (answer.status === 200) {
          newest = { sent, answered: performance.now() };
          return;
        }
        if (answer.status < 500) throw new Refusal(`${answer.status} ${text}`);
      } catch (error) {
        if (error instanceof Refusal) throw error;
      }
      sentAgain++;
      await wait(100);
    }
  }

  const work = (async () => {
    for (let turn = 0; !stopping; turn++) {
      const events = groups[turn % groups.length]?.(pond) as Event[];
      open = events.map(({ id }) => id);
      await send(JSON.stringify(events));
      acknowledged.push(open);
      open = undefined;
      fishGone += events.filter(({ count }) => count === 1).length;
    }
  })();

  return {
    pond,
    acknowledged,
    open: () => open,
    fishGone: () => fishGone,
    sentAgain: () => sentAgain,
    newest: () => newest,
    /** What was begun is still acknowledged; throws what a writer was refused. */
    async stop() {
      stopping = true;
      await work;
    },
    failed: work.catch((error: Error) => error),
  };
}
export type WriterAtWork = ReturnType<typeof startWriter>;

/** A writer that is told it did wrong has found an error. */
class Refusal extends Error {}
