import { alarmScale } from "./judge.ts";
import type { AlarmKind } from "./kinds.ts";

type Figures = { kind: AlarmKind; worst: number | null; threshold: number | null };

const units = { oxygen: "mg/L", temperature: "°C", ammonia: "mg/L", nitrite: "mg/L" };
const decimals = { oxygen: 1, temperature: 1, ammonia: 3, nitrite: 2 };

const hasFigure = (kind: AlarmKind): kind is keyof typeof units => kind in units;

/** The figures of an alarm in the unit people use; null where it has none, as a power failure. */
export function readAlarmFigure({ kind, worst, threshold }: Figures) {
  if (!hasFigure(kind)) return { worst: null, threshold: null, unit: null };
  const read = (value: number | null) => (value === null ? null : value / alarmScale(kind));
  return { worst: read(worst), threshold: read(threshold), unit: units[kind] };
}

export const alarmDecimals = (kind: AlarmKind) => (hasFigure(kind) ? decimals[kind] : 0);
