import { useMemo } from "react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { MapView } from "#app/map/MapView.tsx";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Section } from "#app/ui/Section.tsx";
import { drawLayers } from "./map-layers/registry.ts";
import { drawSelected } from "./map-layers/selected.ts";
import { signs } from "./map-layers/signs.ts";
import { mapSources } from "./map-sources.ts";
import type { SmallMapView } from "./small-map.server.ts";

type SmallMapProps = { view: NonNullable<SmallMapView>; to: string };

/** A picture of where something lies, and the way to the large map. */
export function SmallMap({ view, to }: SmallMapProps) {
  const { t } = useTranslation("overview");
  const { settings, bounds, filter, selected } = view;
  const sources = useMemo(() => mapSources({ filter, selected }), [filter, selected]);
  return (
    <Section
      title={t("map.where")}
      actions={
        <ButtonLink to={to} icon="map">
          {t("map.show")}
        </ButtonLink>
      }
    >
      <MapView
        className="relative h-80 rounded-card border border-line"
        label={t("map.picture")}
        settings={settings}
        bounds={bounds}
        sources={sources}
        layers={(colours) => [...drawLayers([])(colours), ...drawSelected(colours)]}
        markers={signs}
        interactive={false}
      />
    </Section>
  );
}
