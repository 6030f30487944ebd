import type { SiteStatus } from "./kinds.ts";

type Counted = {
  townCode: string;
  kind: string;
  status: SiteStatus;
  areaM2: number | null;
  volumeM3: number | null;
};
export type TotalDelta = { townCode: string; kind: string; sites: number; areaM2: number; volumeM3: number };

/** By how much a write changes the sums per town and kind; a site that has ended counts no more. Zero rows are left out. */
export function totalDeltas(changes: { before?: Counted; after?: Counted }[]): TotalDelta[] {
  const deltas = new Map<string, TotalDelta>();
  const add = (site: Counted | undefined, sign: 1 | -1) => {
    if (!site || site.status === "ended") return;
    const key = `${site.townCode} ${site.kind}`;
    const delta = deltas.get(key) ?? {
      townCode: site.townCode,
      kind: site.kind,
      sites: 0,
      areaM2: 0,
      volumeM3: 0,
    };
    delta.sites += sign;
    delta.areaM2 += sign * (site.areaM2 ?? 0);
    delta.volumeM3 += sign * (site.volumeM3 ?? 0);
    deltas.set(key, delta);
  };
  for (const { before, after } of changes) {
    add(before, -1);
    add(after, 1);
  }
  return [...deltas.values()]
    .map((delta) => ({ ...delta, areaM2: cents(delta.areaM2), volumeM3: cents(delta.volumeM3) }))
    .filter((delta) => delta.sites !== 0 || delta.areaM2 !== 0 || delta.volumeM3 !== 0)
    .sort((a, b) => (a.townCode + a.kind < b.townCode + b.kind ? -1 : 1));
}

/** Stored values have two decimals; sums of them in floating point may not. */
const cents = (value: number) => Math.round(value * 100) / 100;
