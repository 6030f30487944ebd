import type { EngineMap } from "../engine.ts";
import type { Place } from "../PlaceMarker.tsx";
import type { Ring } from "./rings.ts";

/** Pixels: half a thumb. */
const reach = 24;

/** The corner under a thumb; undefined where there is none. */
export function cornerNear(map: EngineMap, rings: Ring[], at: Place) {
  const thumb = map.project([at.lng, at.lat]);
  const corners = rings.flatMap(({ id, corners }) =>
    corners.map(([lng = 0, lat = 0], index) => {
      const { x, y } = map.project([lng, lat]);
      return { id, index, distance: Math.hypot(x - thumb.x, y - thumb.y) };
    }),
  );
  const [nearest] = corners.sort((a, b) => a.distance - b.distance);
  return nearest && nearest.distance <= reach ? nearest : undefined;
}
