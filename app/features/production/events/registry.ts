import * as z from "zod";
import { buy } from "./buy.ts";
import { count } from "./count.ts";
import type { Decision, Scene } from "./decision.ts";
import { dispatch } from "./dispatch.ts";
import { emptying } from "./emptying.ts";
import { feeding } from "./feeding.ts";
import { harvest } from "./harvest.ts";
import { hatch } from "./hatch.ts";
import { input } from "./input.ts";
import { merge } from "./merge.ts";
import { mortality } from "./mortality.ts";
import { processing } from "./processing.ts";
import { receipt } from "./receipt.ts";
import { sale } from "./sale.ts";
import { sampling } from "./sampling.ts";
import { split } from "./split.ts";
import { stocking } from "./stocking.ts";
import { test } from "./test.ts";
import { transfer } from "./transfer.ts";
import { treatment } from "./treatment.ts";
import { voiding } from "./void.ts";

/** Every kind of event but the void, which is decided by what it voids. */
export const kinds = {
  hatch,
  buy,
  stocking,
  feeding,
  input,
  sampling,
  mortality,
  treatment,
  test,
  transfer,
  split,
  merge,
  count,
  harvest,
  emptying,
  dispatch,
  receipt,
  processing,
  sale,
};

/** What may be sent as an event: of a program, a form, a phone, the sample. */
export const eventBody = z.discriminatedUnion("kind", [
  hatch.schema,
  buy.schema,
  stocking.schema,
  feeding.schema,
  input.schema,
  sampling.schema,
  mortality.schema,
  treatment.schema,
  test.schema,
  transfer.schema,
  split.schema,
  merge.schema,
  count.schema,
  harvest.schema,
  emptying.schema,
  dispatch.schema,
  receipt.schema,
  processing.schema,
  sale.schema,
  voiding,
]);
export type EventBody = z.output<typeof eventBody>;
export type DecidedBody = Exclude<EventBody, { kind: "void" }>;
/** What is sent, before defaults are filled in. */
export type EventInput = z.input<typeof eventBody>;

type AnyKind = {
  touches(event: DecidedBody): { siteIds?: string[]; lotIds?: string[]; arriving?: string[] };
  siteId?(event: DecidedBody): string;
  marks?: true;
  spreads?: true;
  byInspector?: true;
  decide(event: DecidedBody, scene: Scene): Decision;
};

// The kind of an event names its own file; TypeScript can't tell that the two go together.
export const kindOf = (event: DecidedBody) => kinds[event.kind] as unknown as AnyKind;
