import type { Viewer } from "#app/auth/viewer.ts";
import { type Bounds, boundsAround, boundsOf, withRoom } from "#app/map/bounds.ts";
import type { Outline } from "#app/map/outline/outline.ts";
import { mapSettings } from "#app/map/settings.server.ts";
import { findBoundary, findPlaceOf } from "../members/queries/places.server.ts";
import type { Boundary } from "./position.ts";

type Shown = {
  id?: string;
  townCode?: string;
  outline?: Outline | null;
  lng: number | null;
  lat: number | null;
  operatorId?: string;
};

/** Where nothing is known of the county. */
const china: Bounds = [73, 18, 135, 54];

/** A small map of where a site lies or may lie. */
export async function siteMap(viewer: Viewer, shown: Shown) {
  const [settings, view] = await Promise.all([mapSettings(), viewOf(viewer, shown)]);
  const town = shown.townCode ? `&town=${shown.townCode}` : "";
  const around = { address: `/map/sites.geojson?layer=others${town}`, except: shown.id ?? null };
  return { settings, view, around };
}

/** What a map shows of a site at first: its outline, else its position, its village, the county. */
async function viewOf(viewer: Viewer, { outline, lng, lat, operatorId }: Shown): Promise<Bounds> {
  const drawn = boundsOf([outline]);
  if (drawn) return withRoom(drawn);
  if (lng !== null && lat !== null) return boundsAround({ lng, lat }, 500);
  const village = operatorId ? await findPlaceOf(viewer, operatorId) : undefined;
  if (village) return boundsAround(village, 2000);
  const boundary = (await findBoundary(viewer)) as Boundary | null;
  return boundsOf([boundary?.geometry]) ?? china;
}
