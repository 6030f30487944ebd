import { Icon } from "#app/ui/Icon.tsx";
import type { Engine } from "./engine.ts";

export type Place = { lng: number; lat: number };
type PlaceMarkerProps = {
  engine: Engine;
  place: Place | undefined;
  movable: boolean;
  onMoved: (place: Place) => void;
};

/** A pin at a place, to be dragged where it may move; otherwise in nobody's way. */
export function PlaceMarker({ engine, place, movable, onMoved }: PlaceMarkerProps) {
  if (!place) return null;
  const { Marker } = engine.components;
  return (
    <Marker
      longitude={place.lng}
      latitude={place.lat}
      anchor="bottom"
      draggable={movable}
      onDragEnd={({ lngLat }) => onMoved(roundPlace(lngLat))}
      style={movable ? undefined : { pointerEvents: "none" }}
    >
      <span className={`block text-late ${movable ? "cursor-grab p-1" : "opacity-80"}`}>
        <Icon name="place" className="size-9 fill-surface" />
      </span>
    </Marker>
  );
}

/** Six decimals: a tenth of a metre. */
export const roundPlace = ({ lng, lat }: Place): Place => ({
  lng: Math.round(lng * 1e6) / 1e6,
  lat: Math.round(lat * 1e6) / 1e6,
});
