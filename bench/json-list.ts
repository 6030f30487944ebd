import { Agent } from "node:http";
import type { Bench } from "./figure.ts";
import { spread } from "./figure.ts";
import { ask, compare } from "./load.ts";
import type { Tools } from "./run.ts";
import { appEnvironment, port, startApp, startServer } from "./server.ts";
import { signIn } from "./sign-in.ts";
import { statementsOf } from "./statements.ts";

const rowsAsked = 50;

/** Fifty sites as JSON, signed in, against node:http and postgres.js with the same SQL. */
export async function jsonList({ databases, rounds, seconds }: Tools): Promise<Bench> {
  const { appUrl, allianceId, account, sql } = await databases.seeded({ alliances: 1, sitesEach: 1000 });
  await sql.end();
  Object.assign(process.env, appEnvironment(appUrl));
  const { listSites } = await import("#app/features/sites/queries/list-sites.server.ts");
  const viewer = { allianceId, userId: "", name: "", role: "coordinator" } as const;
  const [statement] = await statementsOf((db) => listSites(viewer, {}, { limit: rowsAsked }, db));
  const app = await startApp(appUrl, port(0));
  const bare = await startServer("bench/servers/bare-json.js", {
    env: { PORT: port(1), DATABASE_URL: appUrl, STATEMENT: JSON.stringify(statement) },
  });
  try {
    const cookie = await signIn(app.url, account);
    const ours = { url: `${app.url}/api/v1/sites?limit=${rowsAsked}`, headers: { cookie } };
    const theirs = { url: bare.url };
    for (const target of [ours, theirs]) {
      const { items } = JSON.parse((await ask(target, new Agent())).text);
      if (items.length !== rowsAsked) throw new Error(`${items.length} rows from ${target.url}`);
    }
    const pairs = await compare(ours, theirs, { rounds, seconds });
    return {
      figures: [
        {
          bench: "json-list",
          workload: `${rowsAsked} sites from /api/v1, signed in, answers/s`,
          against: "node:http and postgres.js with the same SQL, no sign-in",
          ...spread(pairs.map(({ ratio }) => ratio)),
          unit: "×",
          target: { atLeast: 0.4 },
          remark: `${Math.round(spread(pairs.map((pair) => pair.ours)).median)} against ${Math.round(spread(pairs.map((pair) => pair.theirs)).median)} answers/s`,
        },
      ],
    };
  } finally {
    await app.stop();
    await bare.stop();
  }
}
