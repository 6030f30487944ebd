import { Agent } from "node:http";
import type { Seeded } from "./database.ts";
import { type Bench, type Figure, median, spread } from "./figure.ts";
import { plansOf } from "./growth/plans.ts";
import { type Probe, probes } from "./growth/probes.ts";
import { last } from "./growth/words.ts";
import { ask } from "./load.ts";
import type { Tools } from "./run.ts";
import { port, startApp } from "./server.ts";
import { signIn } from "./sign-in.ts";

const own = 1000;
const sizes = {
  base: { alliances: 1, sitesEach: own },
  "10,000 in many": { alliances: 10, sitesEach: own },
  "1,000,000 in many": { alliances: 1000, sitesEach: own },
  "10,000 in one": { alliances: 1, sitesEach: 10_000 },
  "1,000,000 in one": { alliances: 1, sitesEach: 1_000_000 },
};
const atMost = 1.5;
/** One page is soon asked for, and soon disturbed. */
const timesInRound = 3;
/** A page that takes longer is asked for less often: its ratio is plain by then. */
const patience = 1000;

type Place = Seeded & { size: keyof typeof sizes; url: string; cookie: string; probes: Probe[] };

/** The same pages over a thousand, ten thousand and a million sites, each divided by its own time at a thousand. */
export async function growth({ databases, rounds }: Tools): Promise<Bench> {
  const places: (Place & { stop: () => Promise<void> })[] = [];
  const agent = new Agent({ keepAlive: true });
  try {
    // At once: what takes minutes is two millions of rows, and most machines have two cores.
    const seeded = await Promise.all(Object.values(sizes).map((numbers) => databases.seeded(numbers)));
    for (const [index, size] of Object.keys(sizes).entries()) {
      const place = seeded[index] as Seeded;
      const app = await startApp(place.appUrl, port(2 + index));
      places.push({
        ...place,
        ...app,
        size: size as Place["size"],
        cookie: await signIn(app.url, place.account),
        probes: await probes(place),
      });
    }
    const [base, ...grown] = places;
    if (!base) throw new Error("no place to compare with");
    const figures: Figure[] = [];
    const details: string[] = [];
    for (const [index, probe] of base.probes.entries()) {
      const times = await timesOf(places, index, { rounds: rounds * timesInRound, agent });
      const ofBase = times[0] as number[];
      for (const [g, place] of grown.entries()) {
        const ratios = (times[g + 1] as number[]).map((time, round) => time / (ofBase[round] as number));
        const figure: Figure = {
          bench: "growth",
          workload: `${probe.name}, ${place.size}`,
          against: "its own time at 1,000",
          ...spread(ratios),
          unit: "×",
          target: { atMost },
          remark: `${median(times[g + 1] as number[]).toFixed(1)} against ${median(ofBase).toFixed(1)} ms`,
        };
        figures.push(figure);
        if (figure.median > atMost) details.push(...(await plansOf(place, place.probes[index] as Probe)));
      }
    }
    return { figures, details };
  } finally {
    agent.destroy();
    for (const place of places) {
      await place.stop();
      await place.sql.end();
    }
  }
}

/** Milliseconds by place and round; the places take turns. */
async function timesOf(places: Place[], index: number, { rounds, agent }: { rounds: number; agent: Agent }) {
  const times = places.map((): number[] => []);
  for (let round = -2; round < rounds; round++) {
    for (const [p, place] of places.entries()) {
      const probe = place.probes[index] as Probe;
      const target = { url: place.url + probe.path, headers: { cookie: place.cookie } };
      const { milliseconds, text } = await ask(target, agent);
      const hits = new Set(text.match(new RegExp(`${last.name}\\d`, "g"))).size;
      if (probe.hits !== undefined && hits !== probe.hits)
        throw new Error(`${probe.path} finds ${hits} of ${probe.hits} at the end`);
      if (round >= 0) times[p]?.push(milliseconds); // the first two warm the caches
    }
    if (round >= 2 && times.some((one) => (one[0] ?? 0) > patience)) break;
  }
  return times;
}
