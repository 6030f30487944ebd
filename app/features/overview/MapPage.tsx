import { useSearchParams } from "@remix-run/react";
import { useEffect, useMemo, useState } from "react";
import { formatMu, formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { AddressSearch } from "#app/map/AddressSearch.tsx";
import { accuracyLayers, accuracySource } from "#app/map/accuracy.ts";
import { type Bounds, boundsAround, boundsText } from "#app/map/bounds.ts";
import type { Hit } from "#app/map/MapTree.tsx";
import { MapView } from "#app/map/MapView.tsx";
import { useWhereIAm } from "#app/map/useWhereIAm.ts";
import { Whereabouts } from "#app/map/Whereabouts.tsx";
import { Button } from "#app/ui/Button.tsx";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { MapCard } from "./MapCard.tsx";
import { MapFilters } from "./MapFilters.tsx";
import { MapLegend } from "./MapLegend.tsx";
import { MapList } from "./MapList.tsx";
import { drawFill } from "./map-layers/fill.ts";
import { drawMany } from "./map-layers/many.ts";
import { drawLayers, hiddenGround, readOff, selectableLayers } from "./map-layers/registry.ts";
import { drawSelected } from "./map-layers/selected.ts";
import { signs } from "./map-layers/signs.ts";
import type { loadMapPage } from "./map-page.server.ts";
import { mapSources } from "./map-sources.ts";

type MapPageProps = { page: Awaited<ReturnType<typeof loadMapPage>> };

/** The map of the alliance, and beside it the list of what is in view: the same without a map. */
export function MapPage({ page }: MapPageProps) {
  const { t, i18n } = useTranslation("overview");
  const [parameters, setParameters] = useSearchParams();
  const off = readOff(page.off);
  const change = (values: Record<string, string | undefined>) => {
    setParameters(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(values))
          if (value === undefined) after.delete(name);
          else after.set(name, value);
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  const select = (hit: Hit | undefined, bounds: Bounds) => {
    const id = hit?.properties.id;
    const kind = hit?.layer === "members" ? "member" : "site";
    change({ selected: id === undefined ? undefined : `${kind}:${id}`, bbox: boundsText(bounds) });
  };

  const lookAt = (place: { lng: number; lat: number }, metres: number) =>
    change({ bbox: boundsText(boundsAround(place, metres)), selected: undefined });
  const { whereabouts, ask } = useWhereIAm((fix) => lookAt(fix, Math.max(300, 1.5 * fix.accuracy)));
  const sources = useSources(page, parameters);

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] lg:h-dvh lg:grid-cols-[24rem_minmax(0,1fr)] print:flex print:flex-col">
      <div className="contents lg:flex lg:min-h-0 lg:flex-col lg:gap-4 lg:overflow-y-auto lg:border-e lg:border-line lg:px-5 lg:py-6">
        <header className="order-1 px-4 pt-4 pb-3 lg:p-0">
          <h1 className="text-2xl font-semibold">{t("map.title")}</h1>
          <p className="text-muted" aria-live="polite">
            {t("map.inView", {
              count: page.sums.count,
              number: formatNumber(page.sums.count, i18n.language) + (page.sums.more ? "+" : ""),
              villages: page.villageCount,
            })}
            {!page.sums.more &&
              page.sums.areaM2 > 0 &&
              t("map.inViewArea", { mu: formatMu(page.sums.areaM2, i18n.language) })}
          </p>
        </header>
        <div className="order-3 flex flex-col gap-3 px-4 pt-4 lg:p-0">
          <MapFilters towns={page.towns} operators={page.operators} />
          {page.settings.geocoder && <AddressSearch onChoose={(place) => lookAt(place, 800)} />}
          <Whereabouts whereabouts={whereabouts} />
        </div>
        <div className="order-4 px-4 py-4 lg:p-0">
          <MapList
            sites={page.sites}
            facts={page.facts}
            more={page.more}
            villages={page.villages}
            selected={page.selected}
          />
        </div>
      </div>
      <div className="relative order-2 h-[66dvh] min-h-80 border-y border-line lg:h-auto lg:border-0 print:h-auto">
        <MapView
          className="absolute inset-0 print:static"
          label={t("map.title")}
          settings={page.settings}
          base={page.base}
          bounds={page.bounds}
          sources={[...sources, accuracySource(whereabouts.fix)]}
          layers={(colours) => [
            ...drawFill(
              drawLayers(off)(colours),
              { fill: page.fill, off, mixed: t("map.fillMixed") },
              colours,
            ),
            ...(page.byTile ? drawMany(off)(colours) : []),
            ...accuracyLayers(colours),
            ...drawSelected(colours),
          ]}
          hidden={hiddenGround(off)}
          covered={useCovered(page.card !== undefined)}
          markers={signs}
          selectable={[...selectableLayers, ...(page.byTile ? ["groups", "single"] : [])]}
          onSelect={select}
          onMoved={(bounds) => change({ bbox: boundsText(bounds) })}
        />
        <div className="absolute start-2 top-2 flex flex-col items-start gap-2 *:shadow-float">
          <Button icon="locate" onClick={ask}>
            {t("map.whereAmI")}
          </Button>
          {(parameters.has("bbox") || parameters.has("selected")) && (
            <ButtonLink to={{ search: withoutView(parameters) }} preventScrollReset icon="fit">
              {t("map.all")}
            </ButtonLink>
          )}
        </div>
        <MapLegend
          off={off}
          base={page.base}
          settings={page.settings}
          fill={page.fill}
          byTile={page.byTile}
        />
        {page.card && <MapCard card={page.card} fact={page.facts[page.card.id]} />}
      </div>
    </div>
  );
}

/** The legend lies over a wide map's right edge, a card over its foot. */
function useCovered(card: boolean) {
  const [wide, setWide] = useState(false);
  useEffect(() => setWide(window.matchMedia("(width >= 64rem)").matches), []);
  return { ...(wide ? { right: 264 } : {}), ...(card ? { bottom: 264 } : {}) };
}

/** What is looked for, wherever it lies. */
function withoutView(parameters: URLSearchParams) {
  const rest = new URLSearchParams(parameters);
  rest.delete("bbox");
  rest.delete("selected");
  return rest.toString();
}

/** Parameters that say how one looks, not what one looks for. */
const ofTheView = ["bbox", "selected", "off", "base"];

function useSources({ byTile, card }: MapPageProps["page"], parameters: URLSearchParams) {
  const narrowed = [...parameters].filter(([name, value]) => value && !ofTheView.includes(name));
  const filter = new URLSearchParams(narrowed).toString();
  return useMemo(() => mapSources({ filter, byTile, selected: card?.features }), [filter, byTile, card]);
}
