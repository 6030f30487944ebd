import type { Feature, FeatureCollection } from "geojson";
import type { MapSource } from "#app/map/engine.ts";
import { groupProperties } from "./map-layers/fill.ts";

type Asked = {
  /** the filter as the parameters of an address */
  filter: string;
  /** more sites than a map takes whole */
  byTile?: boolean;
  selected?: Feature[];
};

const empty = { type: "FeatureCollection" as const, features: [] };

/** Ponds one can't tell apart from afar stand as one. */
const clustered = {
  cluster: true,
  clusterRadius: 46,
  clusterMaxZoom: 15,
  clusterProperties: groupProperties,
} as const;

/** A few sites that the page itself holds. */
export const pondSources = ({
  ponds,
  others,
}: Record<"ponds" | "others", FeatureCollection>): MapSource[] => [
  { id: "sites", type: "geojson", data: others },
  { id: "members", type: "geojson", data: empty },
  { id: "ponds", type: "geojson", data: ponds, ...clustered },
];

/** Where the layers of the alliance take their features from. */
export function mapSources({ filter, byTile = false, selected = [] }: Asked): MapSource[] {
  // The worker that fetches them has no address of its own to begin from; on the server nothing is fetched.
  const origin = typeof window === "undefined" ? "" : window.location.origin;
  const sites = (layer: string) => (byTile ? empty : `${origin}/map/sites.geojson?layer=${layer}&${filter}`);
  return [
    { id: "sites", type: "geojson", data: sites("others") },
    { id: "members", type: "geojson", data: `${origin}/map/members.geojson?${filter}` },
    {
      id: "ponds",
      type: "geojson",
      data: sites("ponds"),
      ...clustered,
    },
    ...(byTile
      ? [
          {
            id: "tiles",
            type: "vector" as const,
            tiles: [`${origin}/tiles/sites/{z}/{x}/{y}.mvt?${filter}`],
            minzoom: 0,
            maxzoom: 16,
          },
        ]
      : []),
    { id: "selected", type: "geojson", data: { type: "FeatureCollection", features: selected } },
  ];
}
