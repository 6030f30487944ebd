import { Agent, get } from "node:http";

export type Target = {
  /** As a function: another address each time. */
  url: string | (() => string);
  headers?: Record<string, string>;
};
export type Answer = { status: number; text: string; headers: Record<string, unknown>; milliseconds: number };

/** One request on a connection that stays open. Anything but 200 ends the bench: a refusal is answered too fast. */
export function ask({ url: given, headers }: Target, agent: Agent): Promise<Answer> {
  const url = typeof given === "string" ? given : given();
  const begun = performance.now();
  return new Promise((answered, failed) => {
    const request = get(url, { agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part) => parts.push(part));
      response.on("error", failed);
      response.on("end", () => {
        const milliseconds = performance.now() - begun;
        const text = Buffer.concat(parts).toString();
        if (response.statusCode === 200)
          answered({ status: 200, text, headers: response.headers, milliseconds });
        else failed(new Error(`${response.statusCode} from ${url}: ${text.slice(0, 200)}`));
      });
    });
    request.on("error", failed);
  });
}

const answersToWarmUp = 600;

/** Answers per second to so many connections that each ask again as soon as they were answered. */
export async function answersPerSecond(
  target: Target,
  { seconds, connections = 8 }: { seconds: number; connections?: number },
) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const begun = performance.now();
  const end = begun + seconds * 1000;
  let answers = 0;
  const asking = async () => {
    while (performance.now() < end) {
      await ask(target, agent);
      answers++;
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, asking));
    return (answers * 1000) / (performance.now() - begun);
  } finally {
    agent.destroy();
  }
}

/** Turn and turn about, ours first: what else the machine does meets both, and each pair gives one ratio. */
export async function compare(
  ours: Target,
  theirs: Target,
  { rounds, seconds }: { rounds: number; seconds: number },
) {
  for (const target of [ours, theirs]) await warmUp(target);
  const pairs: { ours: number; theirs: number; ratio: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const ourRate = await answersPerSecond(ours, { seconds });
    const theirRate = await answersPerSecond(theirs, { seconds });
    pairs.push({ ours: ourRate, theirs: theirRate, ratio: ourRate / theirRate });
  }
  return pairs;
}

/** Until the server's code has been compiled for what is asked of it, however slow the machine. */
async function warmUp(target: Target) {
  for (let answers = 0; answers < answersToWarmUp; )
    answers += await answersPerSecond(target, { seconds: 1 });
}
