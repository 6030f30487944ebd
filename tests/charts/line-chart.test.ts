import { expect, test } from "vitest";
import type { Drawing, LineSeries } from "#app/charts/chart.ts";
import { breakAtGaps } from "#app/charts/gaps.ts";
import { drawLineChart } from "#app/charts/line-chart.server.ts";
import { axisOf } from "#app/charts/value-axis.ts";

const hour = 3600_000;
const from = Date.parse("2026-03-14T00:00:00+08:00");
const day = { from, to: from + 24 * hour, language: "zh" };
const values = (count: number, value: (i: number) => number | null = (i) => 6 + Math.sin(i / 4)) =>
  Array.from({ length: count }, (_, i) => [from + i * hour, value(i)] as const);
const line = (points: LineSeries["points"]): LineSeries => ({
  name: "溶解氧",
  colour: "farming",
  look: "line",
  points,
});
const words = ({ shapes }: Drawing) => shapes.flatMap(({ text }) => text ?? []);
const strokes = ({ shapes }: Drawing, colour: string) =>
  shapes.filter(({ attributes }) => attributes.stroke === `var(--color-${colour})`);

test("the clock on the axis is China's, wherever the server stands", () => {
  const { wide } = drawLineChart({ ...day, series: [line(values(24))] });
  expect(words(wide)).toContain("00:00");
  expect(words(wide)).toContain("12:00");
  const year = drawLineChart({
    from: from - 366 * 24 * hour,
    to: from,
    language: "zh",
    series: [line(values(24))],
  });
  expect(words(year.wide)).toContain("2025-07");
});

test("a gap is a gap, a band is filled, a limit near the values is marked, one far from them is not", () => {
  const points = values(24, (i) => (i === 12 ? null : 4.5 + (i % 5) / 5));
  const chart = drawLineChart({
    ...day,
    series: [
      line(points),
      {
        name: "范围",
        colour: "farming",
        look: "band",
        points: points.map(([at, value]) => [at, value && value - 0.3, value && value + 0.3] as const),
      },
    ],
    marks: [
      { value: 4, label: "报警 4", colour: "late" },
      { value: 400, label: "远", colour: "late" },
    ],
  });
  for (const drawing of [chart.wide, chart.narrow]) {
    const [path] = strokes(drawing, "farming").filter(({ attributes }) => attributes.fill === "none");
    expect(path?.attributes.d?.match(/M/g)?.length).toBe(2);
    expect(drawing.shapes.some(({ attributes }) => attributes.fill === "var(--color-farming)")).toBe(true);
    expect(strokes(drawing, "late").length).toBe(1);
    expect(words(drawing)).toContain("报警 4");
    expect(words(drawing)).not.toContain("远");
  }
});

test("the same chart twice is the same drawing, in colours of the page only", () => {
  const chart = () => drawLineChart({ ...day, series: [line(values(24))] });
  expect(chart()).toEqual(chart());
  const paints = chart().wide.shapes.flatMap(({ attributes }) => [attributes.fill, attributes.stroke]);
  expect([...new Set(paints)].filter((one) => one && one !== "none" && !/^var\(--color-/.test(one))).toEqual(
    [],
  );
});

test("no values, one value and equal values are drawn too", () => {
  for (const points of [values(0), values(1), values(24, () => 7), values(24, () => 0)])
    expect(words(drawLineChart({ ...day, series: [line(points)] }).wide).length).toBeGreaterThan(3);
});

test("an axis ends at round numbers around its values", () => {
  const axis = (...some: number[]) => {
    const { min, max, decimals } = axisOf(some, []);
    return [min, max, decimals];
  };
  expect(axis(5.1, 8.7)).toEqual([5, 9, 0]);
  expect(axis(0.02, 0.31)).toEqual([0, 0.4, 1]);
  expect(axis(6.9, 7.4)).toEqual([6.8, 7.4, 1]);
});

test("points far apart for their kind are broken apart", () => {
  const points = [0, 1, 2, 3, 9, 10].map((at) => ({ at }));
  const ats = breakAtGaps(points, (at) => ({ at: -at })).map(({ at }) => at);
  expect(ats).toEqual([0, 1, 2, 3, -6, 9, 10]);
  expect(breakAtGaps([], () => ({ at: 0 }))).toEqual([]);
});
