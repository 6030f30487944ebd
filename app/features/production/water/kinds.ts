import type { SiteKind } from "../../sites/kinds.ts";

/** What rings: a value past its limit, a failure, a sensor that no longer reports. */
export const alarmKinds = [
  "oxygen",
  "temperature",
  "ammonia",
  "nitrite",
  "power",
  "aerator",
  "silent",
] as const;
export type AlarmKind = (typeof alarmKinds)[number];

/** A person takes an alarm up, and a person closes it; nothing closes by itself. */
export const alarmStates = ["open", "acknowledged", "closed"] as const;
export type AlarmState = (typeof alarmStates)[number];

/** At 35 kg/m³ fish die within minutes: whoever sees these has somebody to call. */
export const needsCall = (kind: AlarmKind) => kind === "power" || kind === "aerator";

export const chartRanges = ["day", "week", "month", "year", "years"] as const;
export type ChartRange = (typeof chartRanges)[number];

const dry: SiteKind[] = ["plant", "cold_store", "outlet"];

/** Sites with water that can be measured. */
export const hasWater = (kind: SiteKind) => !dry.includes(kind);
