import { makeReady } from "../start/ready.js";
import { backTest } from "./back-test.ts";
import { openDatabases } from "./database.ts";
import type { Bench } from "./figure.ts";
import { firstLoad } from "./first-load.ts";
import { growth } from "./growth.ts";
import { jsonList } from "./json-list.ts";
import { lotBoard, lotPage } from "./lot-pages.ts";
import { describeMachine } from "./machine.ts";
import { pageList } from "./page-list.ts";
import { pan } from "./pan.ts";
import { table, writeReport } from "./report.ts";
import { root } from "./server.ts";
import { start } from "./start.ts";
import { tile } from "./tile.ts";
import { writeEvent } from "./write-event.ts";
import { yearChart } from "./year-chart.ts";

export type Tools = {
  databases: Awaited<ReturnType<typeof openDatabases>>;
  /** How often each is repeated, and for how many seconds servers are asked each time. */
  rounds: number;
  seconds: number;
  /** How much of the data is made, where it takes minutes to make it. */
  scale: number;
};

const benches: Record<string, (tools: Tools) => Promise<Bench>> = {
  "page-list": pageList,
  "json-list": jsonList,
  growth,
  "write-event": writeEvent,
  "lot-page": lotPage,
  "lot-board": lotBoard,
  "year-chart": yearChart,
  "back-test": backTest,
  tile,
  pan,
  "first-load": firstLoad,
  start,
};

const names = process.argv.slice(2).filter((argument) => argument !== "--quick");
const pace = process.argv.includes("--quick")
  ? { rounds: 3, seconds: 1, scale: 0.1 }
  : { rounds: 9, seconds: 4, scale: 1 };
const unknown = names.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(", ")}; there are ${Object.keys(benches).join(", ")}`);
  process.exit(1);
}

// What was started is ended on the way out.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

await makeReady(root);
const databases = await openDatabases();
const machine = describeMachine({ postgres: databases.version });
const results: { name: string; result: Bench }[] = [];
try {
  for (const [name, bench] of Object.entries(benches)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`  · ${name}`);
    results.push({ name, result: await bench({ databases, ...pace }) });
  }
} finally {
  await databases.close();
}
console.log(`\n${table(results.flatMap(({ result }) => result.figures))}\n`);
for (const { result } of results) for (const line of result.details ?? []) console.log(line);
// A quick look is no report.
if (pace.scale === 1) writeReport(results, machine, Object.keys(benches));
process.exit(0);
