import { type Figure, median, spread } from "./figure.ts";

type Work = () => Promise<unknown>;

/** How often each is done in a second, one after the other, turn and turn about; the first round compiles the code. */
export async function compareRates(
  ours: Work,
  theirs: Work,
  {
    rounds,
    seconds,
    atLeast = 0.6,
    ...what
  }: {
    rounds: number;
    seconds: number;
    atLeast?: number;
    bench: string;
    workload: string;
    against: string;
  },
): Promise<Figure> {
  const pairs: { ours: number; theirs: number }[] = [];
  for (let round = -1; round < rounds; round++) {
    const pair = { ours: await timesPerSecond(ours, seconds), theirs: await timesPerSecond(theirs, seconds) };
    if (round >= 0) pairs.push(pair);
  }
  const middle = (side: "ours" | "theirs") => median(pairs.map((pair) => pair[side])).toFixed(1);
  return {
    ...what,
    ...spread(pairs.map((pair) => pair.ours / pair.theirs)),
    unit: "×",
    target: { atLeast },
    remark: `${middle("ours")} against ${middle("theirs")} a second`,
  };
}

async function timesPerSecond(work: Work, seconds: number) {
  const begun = performance.now();
  let times = 0;
  for (; performance.now() < begun + seconds * 1000; times++) await work();
  return (times * 1000) / (performance.now() - begun);
}
