/** What one bench found out: the middle of several rounds, and how far they lay apart. */
export type Figure = {
  bench: string;
  workload: string;
  against: string;
  median: number;
  low: number;
  high: number;
  unit: "×" | "s" | "kB" | "%";
  target: { atLeast: number } | { atMost: number };
  /** What a reader should know beside the number. */
  remark?: string;
};

export type Bench = {
  figures: Figure[];
  /** Shown under the table, line by line. */
  details?: string[];
};

export function median(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const above = sorted[Math.floor(middle)];
  if (above === undefined) throw new Error("no values, no median");
  return Number.isInteger(middle) ? (above + (sorted[middle - 1] ?? above)) / 2 : above;
}

export const spread = (values: readonly number[]) => ({
  median: median(values),
  low: Math.min(...values),
  high: Math.max(...values),
});

export const isMet = ({ median, target }: Pick<Figure, "median" | "target">) =>
  "atLeast" in target ? median >= target.atLeast : median <= target.atMost;
