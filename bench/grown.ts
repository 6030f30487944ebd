import { Agent } from "node:http";
import type { openDatabases, Seeded } from "./database.ts";
import { type Figure, median, spread } from "./figure.ts";
import { ask } from "./load.ts";
import { port, startApp } from "./server.ts";
import { signIn } from "./sign-in.ts";

/** How often the data is multiplied. */
export const times = [1, 10, 100] as const;
export const ledgerLots = 10_000;

type Databases = Awaited<ReturnType<typeof openDatabases>>;

/** A ledger, and ten and a hundred alliances that have each as much. */
export const grownLedgers = ({ databases, scale }: { databases: Databases; scale: number }) =>
  inOrder(times, (n) =>
    databases.seeded({ alliances: n, sitesEach: 1000, lotsEach: Math.round(ledgerLots * scale) }),
  );

/** One after the other: each has millions of rows. */
export async function inOrder<One, Result>(list: readonly One[], make: (one: One) => Promise<Result>) {
  const made: Result[] = [];
  for (const one of list) made.push(await make(one));
  return made;
}

/** One page over grown data, each divided by its own time at the smallest; milliseconds until the last byte. */
export async function pageGrown(
  places: Seeded[],
  {
    pathOf,
    rounds,
    ...what
  }: { pathOf: (place: Seeded) => Promise<string>; rounds: number; bench: string; workload: string },
): Promise<Figure[]> {
  const agent = new Agent({ keepAlive: true });
  const apps = await Promise.all(places.map(({ appUrl }, index) => startApp(appUrl, port(2 + index))));
  try {
    const targets = await inOrder(places, async (place) => {
      const url = apps[places.indexOf(place)]?.url as string;
      return { url: url + (await pathOf(place)), headers: { cookie: await signIn(url, place.account) } };
    });
    const works = targets.map((target) => async () => (await ask(target, agent)).milliseconds);
    return ratiosTo(await inTurns(works, rounds * 3), what);
  } finally {
    agent.destroy();
    for (const app of apps) await app.stop();
  }
}

/** Turn and turn about, so that what else the machine does meets all; the first few rounds warm up. */
export async function inTurns(works: (() => Promise<number>)[], rounds: number) {
  const measured = works.map((): number[] => []);
  for (let round = -5; round < rounds; round++)
    for (const [index, work] of works.entries()) {
      const milliseconds = await work();
      if (round >= 0) measured[index]?.push(milliseconds);
    }
  return measured;
}

export function ratiosTo(measured: number[][], what: { bench: string; workload: string }): Figure[] {
  const [base = [], ...grown] = measured;
  return grown.map((list, index) => ({
    ...what,
    workload: `${what.workload}, ${times[index + 1]} times the data`,
    against: "its own time at once the data",
    ...spread(list.map((time, round) => time / (base[round] as number))),
    unit: "×",
    target: { atMost: 1.5 },
    remark: `${median(list).toFixed(1)} against ${median(base).toFixed(1)} ms`,
  }));
}
