import type { SiteKind } from "../../sites/kinds.ts";
import { allFromStored, type Measures, type Quantity, type Switch } from "./quantities.ts";
import { type Judged, judgedValues, type Standing, standingOf, thresholdsFor } from "./thresholds.ts";

type Newest = { [Name in keyof Measures]: Measures[Name] | null } & {
  [Name in Quantity | Switch as `${Name}At`]: Date | null;
} & { kind: SiteKind; species: readonly string[] };

export type NewestValue = { what: Judged | "tan"; value: number; at: Date; standing: Standing };
export type NewestSwitch = { what: Switch; on: boolean; at: Date };

/** pH, temperature and ammonia that belong to one another lie no further apart. */
const togetherMs = 24 * 60 * 60 * 1000;

/** The newest of everything measured at a site and how it stands, NH₃ reckoned where its parts are of one day. */
export function newestOf(site: Newest) {
  const thresholds = thresholdsFor(site);
  const values = { ...allFromStored(site), power: null, aerator: null };
  const { ammonia } = judgedValues(values);
  const parts = [site.tanAt, site.phAt, site.temperatureAt].flatMap((at) => at?.getTime() ?? []);
  const together = parts.length === 3 && Math.max(...parts) - Math.min(...parts) < togetherMs;
  const standing = (what: NewestValue["what"], value: number) =>
    what === "tan" ? "good" : standingOf(what, value, thresholds);
  const rows = [
    { what: "oxygen" as const, value: values.oxygen, at: site.oxygenAt },
    { what: "temperature" as const, value: values.temperature, at: site.temperatureAt },
    { what: "ph" as const, value: values.ph, at: site.phAt },
    { what: "tan" as const, value: values.tan, at: site.tanAt },
    { what: "ammonia" as const, value: together ? (ammonia ?? null) : null, at: site.tanAt },
    { what: "nitrite" as const, value: values.nitrite, at: site.nitriteAt },
  ];
  const measured = rows.flatMap(({ what, value, at }): NewestValue[] =>
    value === null || at === null ? [] : [{ what, value, at, standing: standing(what, value) }],
  );
  const switched = (["power", "aerator"] as const).flatMap((what): NewestSwitch[] => {
    const [on, at] = [site[what], site[`${what}At`]];
    return on === null || at === null ? [] : [{ what, on, at }];
  });
  return { measured, switched };
}
