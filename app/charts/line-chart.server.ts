import { LineChart, type LineSeriesOption } from "echarts/charts";
import { GridComponent, MarkLineComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { formatNumber } from "#app/i18n/format.ts";
import type { BandSeries, Chart, ChartColour, LineSeries, Mark, Series } from "./chart.ts";
import { readDrawing } from "./drawing.server.ts";
import { axisOf } from "./value-axis.ts";

use([LineChart, GridComponent, MarkLineComponent, SVGRenderer]);

type LineChartOptions = {
  /** The span of time, in milliseconds since 1970. */
  from: number;
  to: number;
  series: readonly Series[];
  marks?: readonly Mark[];
  language: string;
};

const sizes = { wide: { width: 720, height: 260, ticks: 8 }, narrow: { width: 352, height: 220, ticks: 4 } };
type Size = keyof typeof sizes;

/** China's clock as the axis of a chart that knows only UTC. */
const chinaMs = 8 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;
const paint = (colour: ChartColour) => `var(--color-${colour})`;

/** Lines, points and bands over time, drawn twice: once for each width. */
export const drawLineChart = (options: LineChartOptions): Chart => ({
  wide: draw(options, "wide"),
  narrow: draw(options, "narrow"),
  legend: options.series.map(({ name, colour, look }) => ({ name, colour, look })),
});

function draw({ from, to, series, marks = [], language }: LineChartOptions, size: Size) {
  const { width, height, ticks } = sizes[size];
  const values = series.flatMap(({ points }) => points.flatMap(([, ...some]) => some));
  const { min, max, step, decimals, shown } = axisOf(
    values.filter((value) => value !== null),
    marks,
  );
  // Points of their own say where something was measured; a line beside them says no more than its way.
  const pointed = series.some(({ look }) => look === "points");
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      useUTC: true,
      textStyle: { fontFamily: "inherit", fontSize: 12 },
      grid: {
        left: 4,
        right: 12,
        top: 12,
        bottom: 4,
        outerBoundsMode: "same",
        outerBoundsContain: "axisLabel",
      },
      xAxis: {
        type: "time",
        min: from + chinaMs,
        max: to + chinaMs,
        splitNumber: ticks,
        axisLine: { lineStyle: { color: paint("muted") } },
        axisTick: { lineStyle: { color: paint("muted") } },
        axisLabel: {
          color: paint("muted"),
          hideOverlap: true,
          formatter: (at: number) => tickLabel(at, to - from),
        },
      },
      yAxis: {
        type: "value",
        min,
        max,
        interval: step,
        axisLabel: {
          color: paint("muted"),
          formatter: (value: number) => formatNumber(value, language, decimals),
        },
        splitLine: { lineStyle: { color: "var(--color-line)" } },
      },
      series: [
        ...series.flatMap((one, index) => (one.look === "band" ? band(one, index) : [line(one, pointed)])),
        ...(shown.length > 0 ? [limits(shown)] : []),
      ],
    });
    return readDrawing(chart.renderToSVGString(), { width, height });
  } finally {
    chart.dispose();
  }
}

const common = { type: "line", silent: true, clip: false, emphasis: { disabled: true } } as const;

function line({ colour, look, points }: LineSeries, pointed: boolean): LineSeriesOption {
  const isPoints = look === "points";
  return {
    ...common,
    data: points.map(([at, value]) => [at + chinaMs, value]),
    showSymbol: isPoints || (!pointed && (points.length < 2 || isSparse(points))),
    symbol: "circle",
    symbolSize: 5,
    itemStyle: { color: paint(colour) },
    lineStyle: {
      color: paint(colour),
      width: isPoints ? 0 : 2,
      type: look === "dashed" ? ("dashed" as const) : ("solid" as const),
    },
    z: isPoints ? 4 : 3,
  };
}

/** A few readings are shown each for itself. */
const isSparse = (points: LineSeries["points"]) => points.filter(([, value]) => value !== null).length <= 40;

/** Two stacked lines: one nobody sees, and the height above it, filled. */
function band({ colour, points }: BandSeries, index: number): LineSeriesOption[] {
  const stack = { ...common, stack: `band ${index}`, stackStrategy: "all" as const, showSymbol: false, z: 2 };
  const height = ([at, low, high]: BandSeries["points"][number]) => [
    at + chinaMs,
    low === null || high === null ? null : high - low,
  ];
  return [
    { ...stack, data: points.map(([at, low]) => [at + chinaMs, low]), lineStyle: { width: 0 } },
    {
      ...stack,
      data: points.map(height),
      lineStyle: { width: 0 },
      areaStyle: { color: paint(colour), opacity: 0.2 },
    },
  ];
}

const limits = (marks: readonly Mark[]): LineSeriesOption => ({
  ...common,
  data: [],
  markLine: {
    silent: true,
    symbol: "none",
    data: marks.map(({ value, label, colour }) => ({
      yAxis: value,
      lineStyle: { color: paint(colour), type: "dashed" as const, width: 1.5 },
      label: {
        formatter: label,
        color: paint(colour),
        position: "insideStartTop" as const,
        textBorderColor: "transparent",
        textBorderWidth: 0,
      },
    })),
  },
});

/** The clock within two days, the day within a season, else the month. */
function tickLabel(at: number, span: number) {
  const text = new Date(at).toISOString();
  if (span <= 2 * dayMs) return text.slice(11, 16);
  return span <= 120 * dayMs ? text.slice(5, 10) : text.slice(0, 7);
}
