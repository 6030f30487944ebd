import { spawnSync } from "node:child_process";
import { Agent } from "node:http";
import type { Bench } from "./figure.ts";
import { spread } from "./figure.ts";
import { ask, compare } from "./load.ts";
import type { Tools } from "./run.ts";
import { appEnvironment, port, root, startApp, startServer } from "./server.ts";
import { signIn } from "./sign-in.ts";

const rowsShown = 50;

/** The list of sites, signed in, against the same rows by Remix and nothing else. */
export async function pageList({ databases, rounds, seconds }: Tools): Promise<Bench> {
  const { appUrl, allianceId, account, sql } = await databases.seeded({ alliances: 1, sitesEach: 1000 });
  await sql.end();
  buildBare();
  const app = await startApp(appUrl, port(0));
  const bare = await startServer("bench/servers/bare-page.js", {
    env: { ...appEnvironment(appUrl), PORT: port(1), ALLIANCE_ID: allianceId },
  });
  try {
    const cookie = await signIn(app.url, account);
    const ours = { url: `${app.url}/sites`, headers: { cookie } };
    const theirs = { url: `${bare.url}/sites` };
    await checkSameRows(ours, theirs);
    let asked = 0;
    const anew = { ...ours, url: () => `${ours.url}?asked=${asked++}` };
    const figure = async (workload: string, target: typeof ours | typeof anew) => {
      const pairs = await compare(target, theirs, { rounds, seconds });
      const rate = (whose: "ours" | "theirs") => Math.round(spread(pairs.map((pair) => pair[whose])).median);
      return {
        bench: "page-list",
        workload: `signed-in page /sites with ${rowsShown} rows, ${workload}, pages/s`,
        against: "the same rows by a bare Remix route without sign-in",
        ...spread(pairs.map(({ ratio }) => ratio)),
        unit: "×" as const,
        target: { atLeast: 0.6 },
        remark: `${rate("ours")} against ${rate("theirs")} pages/s`,
      };
    };
    return {
      figures: [await figure("asked again", ours), await figure("rendered anew each time", anew)],
    };
  } finally {
    await app.stop();
    await bare.stop();
  }
}

/** Built by the same plugin and options as the app. */
function buildBare() {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "--config", "bench/bare/vite.config.ts"],
    { cwd: root, env: { ...process.env, NODE_ENV: "production" }, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`the bare route could not be built\n${stderr}`);
}

/** Both answer with the same fifty codes, or the comparison means nothing. */
async function checkSameRows(ours: Parameters<typeof ask>[0], theirs: Parameters<typeof ask>[0]) {
  const agent = new Agent();
  const codes = async (target: typeof ours) => {
    const { text } = await ask(target, agent);
    return [...new Set(text.match(/S-\d{7}/g))].sort().join();
  };
  const [mine, its] = [await codes(ours), await codes(theirs)];
  if (mine !== its || mine.split(",").length !== rowsShown) throw new Error("the two pages show other rows");
}
