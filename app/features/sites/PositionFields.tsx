import type { FieldMetadata } from "@conform-to/react";
import { NumberField } from "#app/forms/NumberField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import type { Place } from "#app/map/PlaceMarker.tsx";
import { type PositionMap, PositionPicker } from "#app/map/PositionPicker.tsx";
import { useHydrated } from "#app/ui/useHydrated.ts";

type PositionFieldsProps = {
  formId: string;
  lng: FieldMetadata<string>;
  lat: FieldMetadata<string>;
  /** A map beside them that writes into the same fields. */
  map?: PositionMap;
};

export function PositionFields({ formId, lng, lat, map }: PositionFieldsProps) {
  const { t } = useTranslation("sites");
  const running = useHydrated();
  return (
    <>
      {map && running && (
        <PositionPicker {...map} place={placeOf(lng.value, lat.value)} onPlace={placeWriter(formId)} />
      )}
      <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
        <NumberField field={lng} label={t("field.lng")} hint={t("hint.position")} unit="°" optional />
        <NumberField field={lat} label={t("field.lat")} hint={t("hint.position")} unit="°" optional />
      </div>
    </>
  );
}

/** The place two fields say, if they say one. */
export function placeOf(lng: string | undefined, lat: string | undefined): Place | undefined {
  if (!lng?.trim() || !lat?.trim()) return undefined;
  const place = { lng: Number(lng), lat: Number(lat) };
  return Math.abs(place.lng) <= 180 && Math.abs(place.lat) <= 85 ? place : undefined;
}

/** Writes a place into the fields of a form as a hand would, so that whoever listens to them hears of it. */
export const placeWriter = (formId: string) => (place: Place, positionSource: "map" | "phone") => {
  const form = document.getElementById(formId) as HTMLFormElement;
  const values = { lng: place.lng, lat: place.lat, positionSource };
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
    field.value = String(value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
};
