import { letterOfKind, type SiteStatus, stageOfKind } from "#app/features/sites/kinds.ts";
import type { SiteFields } from "#app/features/sites/schema.ts";
import type { Context } from "./context.ts";
import type { Outline, Position } from "./geometry.ts";
import type { Organization } from "./organizations.ts";

type WaterFacts = Pick<
  SiteFields,
  "waterBody" | "protectionZone" | "managingBody" | "noFeeding" | "closedFrom" | "closedTo"
>;
type Measures = Pick<SiteFields, "registeredAreaMu" | "diameterM" | "depthM" | "volumeM3">;

type Fields = Pick<SiteFields, "kind" | "name"> &
  Partial<Pick<SiteFields, "species" | "fundingSource"> & Measures> & {
    owner: Organization;
    operator?: Organization;
    position: Position;
    outline?: Outline;
    /** From which day on it has been what; the last says what it is today. */
    history: [string, SiteStatus][];
    lease?: { from: string; to: string };
    water?: WaterFacts;
  };

const noWater: WaterFacts = {
  waterBody: null,
  protectionZone: null,
  managingBody: null,
  noFeeding: null,
  closedFrom: null,
  closedTo: null,
};

export type Site = ReturnType<ReturnType<typeof createSites>>;

/** Every village has as many. */
const fewestHouseholds = 20;

/** Earth ponds and rice fields are a household's where the village operates them. */
const isHouseholds = (kind: Fields["kind"], operator: Fields["owner"]) =>
  operator.kind === "village" && (kind === "earth_pond" || kind === "rice_field");

/** Makes sites with running codes per owner and kind: 101200-P01, 101200-P02, … */
export function createSites({ nextId }: Context) {
  const made = new Map<string, number>();
  return (fields: Fields) => {
    const { kind, owner, operator = owner, history, lease } = fields;
    const series = `${owner.code}-${letterOfKind[kind]}`;
    const number = (made.get(series) ?? 0) + 1;
    made.set(series, number);
    return {
      id: nextId(),
      code: series + String(number).padStart(2, "0"),
      name: fields.name,
      kind,
      stage: stageOfKind[kind],
      status: (history.at(-1) as [string, SiteStatus])[1],
      townCode: owner.townCode,
      ownerId: owner.id,
      operatorId: operator.id,
      householdCode: isHouseholds(kind, operator)
        ? `${operator.code}-${String((number % fewestHouseholds) + 1).padStart(3, "0")}`
        : null,
      leaseFrom: lease?.from ?? null,
      leaseTo: lease?.to ?? null,
      fundingSource: fields.fundingSource ?? null,
      species: fields.species ?? [],
      lng: fields.position[0],
      lat: fields.position[1],
      positionSource: "sketch" as const,
      outline: fields.outline ?? null,
      registeredAreaMu: fields.registeredAreaMu ?? null,
      diameterM: fields.diameterM ?? null,
      depthM: fields.depthM ?? null,
      volumeM3: fields.volumeM3 ?? null,
      ...(fields.water ?? noWater),
      note: null,
      statuses: history.map(([fromOn, status]) => ({ fromOn, status })),
    };
  };
}

export type MakeSite = ReturnType<typeof createSites>;
