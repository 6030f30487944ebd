import type { Writer } from "#app/auth/viewer.ts";
import { recountWithdrawals } from "../treatments/queries/recount.server.ts";
import { canRecordWater } from "./access.ts";
import { faultOfInstant } from "./instants.ts";
import { allToStored, type Measures, quantityNames, switches } from "./quantities.ts";
import { type ReadingOutcome, recordReadings } from "./queries/record-readings.server.ts";
import { findNamedSites } from "./queries/site-water.server.ts";
import type { StoredReading } from "./queries/store-readings.server.ts";
import { type ReadingEntry, readingEntry, someMeasured } from "./schema.ts";

export const refusals = [
  "invalid",
  "unknownField",
  "nothing",
  "future",
  "tooOld",
  "unknownSite",
  "notAllowed",
] as const;
export type Refusal = { reason: (typeof refusals)[number]; field: string | null };
export type Answer = { status: ReadingOutcome } | ({ status: "refused" } & Refusal);

/** A device writes for the site it stands at, and for no other. */
export type DeviceSource = { id: string; siteId: string; siteCode: string };

const refuse = (reason: Refusal["reason"], field: string | null = null): Answer => ({
  status: "refused",
  reason,
  field,
});

/**
 * Readings as a program sends them, each judged by itself: what can't be taken is refused with its reason, the rest is
 * stored. Answers in the order of the entries. Without a device it is the writer who measured.
 */
export async function receiveReadings(writer: Writer, entries: readonly unknown[], device?: DeviceSource) {
  const parsed = entries.map((entry) => readingEntry.safeParse(entry));
  const names = parsed.flatMap(({ data }) => data?.site ?? []);
  const placeOf = device ? placeOfDevice(device) : await placesNamed(writer, names);
  const taken: StoredReading[] = [];
  const answers = parsed.map(({ data, error }): Answer | undefined => {
    if (!data) {
      const [issue] = error.issues;
      const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
      return unknown === undefined
        ? refuse("invalid", String(issue?.path[0] ?? "reading"))
        : refuse("unknownField", unknown);
    }
    const at = new Date(data.at);
    const fault = faultOfInstant(at, writer.now);
    if (fault) return refuse(fault, "at");
    if (!someMeasured(data)) return refuse("nothing");
    const place = placeOf(data.site);
    if (typeof place === "string") return refuse(place, "site");
    taken.push({
      siteId: place.id,
      measuredAt: at,
      sourceId: device?.id ?? writer.viewer.userId,
      ...measuresOf(data),
    });
    return undefined;
  });
  const outcomes = await recordReadings(writer, taken);
  const warmed = taken.filter(({ temperature }) => temperature !== null).map(({ siteId }) => siteId);
  if (warmed.length > 0) await recountWithdrawals(writer, [...new Set(warmed)]);
  let next = 0;
  return answers.map((answer): Answer => answer ?? { status: outcomes[next++] ?? "differs" });
}

function measuresOf(entry: ReadingEntry): Measures {
  const given = Object.fromEntries(
    [...quantityNames, ...switches].map((name) => [name, entry[name] ?? null]),
  ) as Measures;
  return { ...given, ...allToStored(given) };
}

type PlaceOf = (name: string | undefined) => { id: string } | "unknownSite" | "notAllowed";

function placeOfDevice({ siteId, siteCode }: DeviceSource): PlaceOf {
  return (name) =>
    name === undefined || name === siteId || name === siteCode ? { id: siteId } : "unknownSite";
}

async function placesNamed(writer: Writer, names: string[]): Promise<PlaceOf> {
  const wanted = [...new Set(names)];
  const sites = wanted.length > 0 ? await findNamedSites(writer.viewer, wanted) : [];
  const byName = new Map(sites.flatMap((site) => [[site.id, site] as const, [site.code, site] as const]));
  return (name) => {
    const site = name === undefined ? undefined : byName.get(name);
    if (!site) return "unknownSite";
    return canRecordWater(writer.viewer, site) ? site : "notAllowed";
  };
}
