import { useMemo } from "react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { MapView } from "#app/map/MapView.tsx";
import { Icon } from "#app/ui/Icon.tsx";
import { drawLayers, selectableLayers } from "./map-layers/registry.ts";
import { signOfKind, signs } from "./map-layers/signs.ts";
import { pondSources } from "./map-sources.ts";
import type { PondMapPage } from "./pond-map.server.ts";

type PondMapProps = {
  page: PondMapPage;
  /** the form's address with the pond chosen; forms open as whole documents */
  formAt: (siteId: string) => string;
};

/** Ponds to record at, on a map and in a list: choosing one leads to the form. */
export function PondMap({ page: { map, sites }, formAt }: PondMapProps) {
  const { t } = useTranslation(["overview", "recording"]);
  const sources = useMemo(() => map && pondSources(map), [map]);
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      {map && sources && (
        <MapView
          className="relative h-[60dvh] min-h-72 rounded-card border border-line"
          label={t("map.choosePond")}
          settings={map.settings}
          bounds={map.bounds}
          sources={sources}
          layers={drawLayers(["county", "towns", "members"])}
          markers={signs}
          selectable={selectableLayers}
          onSelect={(hit) => hit && window.location.assign(formAt(String(hit.properties.id)))}
        />
      )}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-2">
        {sites.map(({ id, kind, name, fish, isDrawn }) => (
          <li key={id} className="flex">
            <a
              href={formAt(id)}
              className="flex min-h-16 flex-1 gap-2 rounded-card border border-line bg-surface px-3 py-2 text-ink no-underline hover:bg-wash"
            >
              <Icon name={signOfKind[kind].icon} className="mt-1 size-5 text-accent" />
              <span className="min-w-0">
                <span lang="zh" className="block text-lg leading-snug font-semibold">
                  {name}
                </span>
                <span className="block text-sm text-muted">{fish.join(" ") || t("recording:noFish")}</span>
                {!isDrawn && <span className="block text-sm text-due">{t("map.notDrawn")}</span>}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
