import type { Mark } from "./chart.ts";

const ticks = 4;
const steps = [1, 2, 2.5, 5, 10];

/**
 * A value axis in round steps, and the marks it has room for: those no further from the values than these are from each
 * other. Around a single value it leaves room as for a tenth of it.
 */
export function axisOf(values: readonly number[], marks: readonly Mark[]) {
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  if (values.length === 0) return { min: 0, max: 1, step: 1, decimals: 0, shown: [] };
  const span = Math.max(highest - lowest, Math.abs(highest) * 0.1, 1e-3);
  const shown = marks.filter(({ value }) => value >= lowest - span && value <= highest + span);
  const spread = highest - lowest;
  const margin = spread < span * 0.2 ? (span * 0.5 - spread) / 2 : 0;
  const all = [
    lowest - Math.min(margin, Math.max(0, lowest)),
    highest + margin,
    ...shown.map(({ value }) => value),
  ];
  const [from, to] = [Math.min(...all), Math.max(...all)];
  const step = roundStep((to - from) / ticks);
  const min = Math.floor(from / step) * step;
  const max = Math.max(Math.ceil(to / step) * step, min + step);
  const decimals = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9) + (isHalf(step) ? 1 : 0));
  const tidy = (value: number) => Number(value.toFixed(decimals + 2));
  return { min: tidy(min), max: tidy(max), step: tidy(step), decimals, shown };
}

function roundStep(rough: number) {
  const power = 10 ** Math.floor(Math.log10(rough));
  return (steps.find((step) => step * power >= rough * 0.999) ?? 10) * power;
}

/** 2.5 needs one decimal more than its power of ten. */
const isHalf = (step: number) => Math.abs(step / 10 ** Math.floor(Math.log10(step)) - 2.5) < 1e-6;
