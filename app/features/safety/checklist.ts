/** Of one checklist; a list that is longer is not read at the pond. */
export const mostLines = 60;
export const longestLine = 120;

export type ChecklistItem = { heading: string | null; text: string };

const isHeading = (line: string) => line.startsWith("#");

/** A checklist as it is typed, a line each; empty lines are left out. */
export const linesOf = (text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replace(/^[#＃]\s*/, "# "))
    .filter((line) => line !== "" && line.trim() !== "#");

/** The items of a checklist, each under the heading that stands above it. */
export function itemsOf(lines: readonly string[]): ChecklistItem[] {
  let heading: string | null = null;
  return lines.flatMap((line) => {
    if (!isHeading(line)) return [{ heading, text: line }];
    heading = line.replace(/^#\s*/, "");
    return [];
  });
}
