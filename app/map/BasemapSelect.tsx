import { useTranslation } from "#app/i18n/useTranslation.ts";
import { type BasemapId, basemapsOf } from "./basemaps.ts";
import type { MapSettings } from "./settings.ts";

type BasemapSelectProps = { settings: MapSettings; base: BasemapId; onBase: (base: BasemapId) => void };

/** Which basemap lies under what is drawn; nothing to choose where there is one only. */
export function BasemapSelect({ settings, base, onBase }: BasemapSelectProps) {
  const { t } = useTranslation("map");
  const all = basemapsOf(settings);
  if (all.length === 1) return null;
  return (
    <select
      aria-label={t("basemap")}
      className="control max-w-44"
      value={base}
      onChange={(event) => onBase(event.target.value as BasemapId)}
    >
      {all.map((id) => (
        <option key={id} value={id}>
          {t(`base.${id}`)}
        </option>
      ))}
    </select>
  );
}

/** A shore is found on a picture from above, where there is one. */
export const basemapToDrawOn = (settings: MapSettings): BasemapId =>
  basemapsOf(settings).find((id) => id === "imagery" || id === "satellite") ?? "local";
