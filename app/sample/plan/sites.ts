import area from "@turf/area";
import type { Context } from "./context.ts";
import type { Outline, Position } from "./geometry.ts";
import type { Organization, Stage } from "./organizations.ts";

export const letters = {
  pond: "P",
  earth_pond: "E",
  raceway: "R",
  water_area: "W",
  rice_field: "F",
  hatchery: "H",
  holding: "T",
  plant: "K",
  cold_store: "C",
  outlet: "S",
} as const;

export type SiteKind = keyof typeof letters;
export type SiteStatus = "building" | "in_use" | "idle" | "repair" | "ended";
export type Funding =
  | "consolidation_fund"
  | "village_collective"
  | "enterprise"
  | "county_group"
  | "su_shaan"
  | "private"
  | "other";

type Fields = {
  kind: SiteKind;
  owner: Organization;
  operator?: Organization;
  name: string;
  position: Position;
  stage?: Stage;
  /** From which day on it has been what; the last says what it is today. */
  history: [string, SiteStatus][];
  outline?: Outline;
  registeredAreaM2?: number | null;
  diameterM?: number;
  depthM?: number | null;
  volumeM3?: number | null;
  species?: string[];
  lease?: { from: string; to: string };
  fundingSource?: Funding | null;
  water?: {
    waterBody: "reservoir" | "dam";
    protectionZone: "none" | "level_1" | "level_2" | "quasi";
    managingBody: string;
    noFeeding: boolean;
    closedFrom: string | null;
    closedTo: string | null;
  };
  note?: string;
};

const noWater = {
  waterBody: null,
  protectionZone: null,
  managingBody: null,
  noFeeding: null,
  closedFrom: null,
  closedTo: null,
};

export type Site = ReturnType<ReturnType<typeof createSites>>;

/** Square metres to the centimetre. */
const squareMetres = (value: number) => Math.round(value * 100) / 100;

/** Makes sites with running codes per owner and kind: 101200-P01, 101200-P02, … */
export function createSites({ nextId }: Context) {
  const made = new Map<string, number>();
  return (fields: Fields) => {
    const { kind, owner, operator = owner, history, outline, lease, registeredAreaM2 = null } = fields;
    const series = `${owner.code}-${letters[kind]}`;
    const number = (made.get(series) ?? 0) + 1;
    made.set(series, number);
    return {
      id: nextId(),
      code: series + String(number).padStart(2, "0"),
      name: fields.name,
      kind,
      stage: fields.stage ?? "farming",
      status: (history.at(-1) as [string, SiteStatus])[1],
      townCode: owner.townCode,
      ownerId: owner.id,
      operatorId: operator.id,
      leaseFrom: lease?.from ?? null,
      leaseTo: lease?.to ?? null,
      fundingSource: fields.fundingSource ?? null,
      species: fields.species ?? [],
      lng: fields.position[0],
      lat: fields.position[1],
      positionSource: "sketch" as const,
      outline: outline ?? null,
      registeredAreaM2: registeredAreaM2 === null ? null : squareMetres(registeredAreaM2),
      drawnAreaM2: outline ? squareMetres(area(outline)) : null,
      diameterM: fields.diameterM ?? null,
      depthM: fields.depthM ?? null,
      volumeM3: fields.volumeM3 ?? null,
      ...(fields.water ?? noWater),
      note: fields.note ?? null,
      history: history.map(([fromOn, status]) => ({ fromOn, status })),
    };
  };
}

export type MakeSite = ReturnType<typeof createSites>;
