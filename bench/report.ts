import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Bench, type Figure, isMet } from "./figure.ts";
import { how } from "./how.ts";
import type { describeMachine } from "./machine.ts";
import { root } from "./server.ts";

type Machine = ReturnType<typeof describeMachine>;

const digits = { "×": 2, s: 1, kB: 1, "%": 1 };
const show = (value: number, unit: Figure["unit"]) =>
  value.toFixed(digits[unit]) + (unit === "×" ? "" : ` ${unit}`);

function cells(figure: Figure) {
  const { bench, workload, against, median, low, high, unit, target, remark } = figure;
  return [
    bench,
    against === "" ? workload : `${workload}, against ${against}`,
    show(median, unit),
    low === high ? "" : `${low.toFixed(digits[unit])} … ${high.toFixed(digits[unit])}`,
    "atLeast" in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`,
    isMet(figure) ? "met" : "**not met**",
    remark ?? "",
  ];
}

const heading = ["bench", "what", "median", "range", "target", "", "in figures"];
const row = (texts: string[]) => `| ${texts.join(" | ")} |`;

/** As a table of Markdown, which reads well in a terminal too. */
export const table = (figures: Figure[]) =>
  [row(heading), row(heading.map(() => "---")), ...figures.map((figure) => row(cells(figure)))].join("\n");

/** What was measured, with when and where; what `names` leaves out stays as the last run of it left it. */
export function writeReport(results: { name: string; result: Bench }[], machine: Machine, order: string[]) {
  const file = join(root, "docs/benchmarks.md");
  const known = existsSync(file) ? readFileSync(file, "utf8") : "";
  const sections = new Map<string, string>();
  for (const text of known.split(/^(?=## )/m).slice(1)) sections.set(text.match(/^## (.+)/)?.[1] ?? "", text);
  for (const { name, result } of results) sections.set(name, sectionOf(name, result, machine));
  const shown = order.flatMap((name) => sections.get(name) ?? []);
  const count = (mark: string) => shown.join("").split(mark).length - 1;
  const [met, missed] = [count("| met |"), count("| **not met** |")];
  const intro = `# Benchmarks

Written by \`npm run bench\`, which measures all, or by \`npm run bench -- page-list\`, which measures what it names and
leaves the rest as it stands. PostgreSQL runs with its default settings on the same machine. ${met} of ${met + missed} targets are met.

`;
  writeFileSync(file, `${intro}${shown.map((text) => text.trimEnd()).join("\n\n")}\n`);
}

const sectionOf = (name: string, { figures, details = [] }: Bench, machine: Machine) =>
  [
    `## ${name}`,
    "",
    `${machine.day}, commit ${machine.commit}; ${machine.cpu}, ${machine.memory}, ${machine.system}; Node ${machine.node}, PostgreSQL ${machine.postgres}; load in the minute before: ${machine.load}.`,
    "",
    table(figures),
    ...(how[name] ? ["", how[name]] : []),
    ...(details.length > 0 ? ["", "```", ...details, "```"] : []),
    "",
  ].join("\n");
