import type { EventBody } from "#app/features/production/events/registry.ts";
import { planId } from "../ids.ts";
import type { Random } from "../random.ts";

/** Everything that may be asked about a sample event has been confirmed. */
const accept = [
  "certificateMissing",
  "density",
  "densityFar",
  "nothingThere",
  "feed",
  "meanFell",
  "meanRose",
  "massMortality",
  "countFar",
  "notEmpty",
  "moreThanBooked",
];

type OneOf<Event> = Event extends { kind: "void" } ? never : Omit<Event, "id" | "accept" | "occurredAt">;
export type Written = Exclude<EventBody, { kind: "void" }>;

/** Writes the events of a site down, each with an id of its instant. Nothing after the last day is written. */
export function createScribe(random: Random, until: string) {
  const events: Written[] = [];
  const instantOf = (day: string, minute: number) =>
    new Date(Date.parse(`${day}T00:00:00+08:00`) + minute * 60_000);
  return {
    events,
    newId: (day: string) => planId(random, instantOf(day, 0)),
    write(day: string, minute: number, event: OneOf<EventBody>) {
      if (day >= until) return;
      const instant = instantOf(day, minute);
      const id = planId(random, instant);
      events.push({ ...event, id, occurredAt: instant.toISOString(), accept } as Written);
    },
  };
}
export type Scribe = ReturnType<typeof createScribe>;
