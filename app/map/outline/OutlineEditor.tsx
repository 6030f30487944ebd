import type { Position } from "geojson";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { AddressSearch } from "../AddressSearch.tsx";
import { accuracyLayers, accuracySource } from "../accuracy.ts";
import { BasemapSelect, basemapToDrawOn } from "../BasemapSelect.tsx";
import { type Colours, useColours } from "../colours.ts";
import type { MapLayer, MapSource } from "../engine.ts";
import { MapView } from "../MapView.tsx";
import { type Place, PlaceMarker, roundPlace } from "../PlaceMarker.tsx";
import type { PositionMap } from "../PositionPicker.tsx";
import { type Surroundings, surroundingsLayers, surroundingsSource } from "../surroundings.ts";
import { useWhereIAm } from "../useWhereIAm.ts";
import { Whereabouts } from "../Whereabouts.tsx";
import { CornerList } from "./CornerList.tsx";
import { cornerNear } from "./corner-near.ts";
import { OutlineAnswer } from "./OutlineAnswer.tsx";
import { OutlineFilePicker } from "./OutlineFilePicker.tsx";
import { OutlineTools } from "./OutlineTools.tsx";
import type { Outline } from "./outline.ts";
import { insertCorner, type Ring, readRings, walkOn, withCorners } from "./rings.ts";
import { SimplifyOffer } from "./SimplifyOffer.tsx";
import type { Tool } from "./terra-draw.ts";
import type { Drawing } from "./useRings.ts";
import { type Canvas, useTerraDraw } from "./useTerraDraw.ts";

type OutlineEditorProps = PositionMap & {
  drawing: Drawing;
  place: Place | undefined;
  onPlace: (place: Place, source: "map" | "phone") => void;
  /** What somebody else saved meanwhile: shown below, in another colour. */
  theirs: Outline | null | undefined;
  /** A ring is begun and not ended: saved now it would be lost. */
  onUnfinished: (unfinished: boolean) => void;
};

/** Draws an outline by pointer, by number, by file or by walking; every way changes the same rings. */
export function OutlineEditor({
  settings,
  view,
  around,
  drawing,
  place,
  onPlace,
  theirs,
  onUnfinished,
}: OutlineEditorProps) {
  const { t } = useTranslation("outline");
  const colours = useColours();
  const [base, setBase] = useState(basemapToDrawOn(settings));
  const [canvas, setCanvas] = useState<Canvas>();
  const [chosen, setTool] = useState<Tool>(drawing.rings.length > 0 ? "edit" : "draw");
  /** The ring that grows by a corner at every place walked to. */
  const [walked, setWalked] = useState<string>();
  const [moving, setMoving] = useState<Ring[]>();
  const { rings } = drawing;
  const tool = rings.length === 0 && chosen !== "point" ? "draw" : chosen;
  const pen = useTerraDraw(canvas, {
    colours,
    drawing,
    tool,
    onMove: setMoving,
    onDrawn: () => setTool("edit"),
  });
  const { whereabouts, ask } = useWhereIAm((fix) => {
    const here = [fix.lng, fix.lat];
    if (tool === "point") onPlace({ lng: fix.lng, lat: fix.lat }, "phone");
    else if (tool === "draw" || tool === "hole") {
      const walk = walkOn(rings, here, { id: walked, hole: tool === "hole" });
      setWalked(walk.id);
      drawing.draw(walk.rings);
    } else drawing.draw(insertCorner(rings, here));
    canvas?.map.easeTo({ center: [fix.lng, fix.lat], zoom: Math.max(canvas.map.getZoom(), 15) });
  });
  useMapClick(canvas, (at) => {
    if (tool === "point") onPlace(at, "map");
    const near = tool === "erase" && canvas ? cornerNear(canvas.map, rings, at) : undefined;
    if (near)
      drawing.draw(withCorners(rings, near.id, (corners) => corners.filter((_, i) => i !== near.index)));
  });
  const unfinished = moving !== undefined && (tool === "draw" || tool === "hole");
  useEffect(() => onUnfinished(unfinished), [onUnfinished, unfinished]);
  const { sources, layers } = useLayers({ around, theirs, dots: useDots(rings, tool), fix: whereabouts.fix });
  // Half a ring is no mistake yet; lines that cross are said at once.
  const live = moving && readRings(moving);
  const reading = live && (live.outline || live.problem.reason === "crossing") ? live : drawing.reading;

  return (
    <div className="flex flex-col gap-3">
      {settings.geocoder && (
        <AddressSearch onChoose={({ lng, lat }) => canvas?.map.easeTo({ center: [lng, lat], zoom: 15 })} />
      )}
      <BasemapSelect settings={settings} base={base} onBase={setBase} />
      <div className="flex flex-col overflow-hidden rounded-card border border-line bg-surface">
        <MapView
          // Another style would sweep away the layers that are drawn on.
          key={`${base} ${colours?.surface}`}
          base={base}
          settings={settings}
          bounds={view}
          sources={sources}
          layers={layers}
          label={t("map")}
          className="relative h-[52svh] min-h-72 lg:h-[30rem]"
          onReady={(map, engine) => setCanvas({ map, engine })}
        >
          {(engine) => (
            <PlaceMarker
              engine={engine}
              place={place}
              movable={tool === "point"}
              onMoved={(at) => onPlace(at, "map")}
            />
          )}
        </MapView>
        <OutlineTools
          tool={tool}
          onTool={(next) => {
            setWalked(undefined);
            setMoving(undefined);
            setTool(next);
          }}
          drawing={{ ...drawing, undo: () => pen?.undoCorner() || drawing.undo() }}
          unfinished={unfinished}
          onHere={ask}
        />
      </div>
      <p className="text-sm text-muted">{t(`hint.${tool}`)}</p>
      <Whereabouts whereabouts={whereabouts} />
      <OutlineAnswer reading={reading} corners={rings.reduce((sum, ring) => sum + ring.corners.length, 0)} />
      <SimplifyOffer drawing={drawing} />
      <OutlineFilePicker onRings={(next) => drawing.draw(next)} canvas={canvas} />
      <CornerList drawing={drawing} />
    </div>
  );
}

function useMapClick(canvas: Canvas | undefined, onClick: (at: Place) => void) {
  useEffect(() => {
    if (!canvas) return;
    const listen = ({ lngLat }: { lngLat: Place }) => onClick(roundPlace(lngLat));
    canvas.map.on("click", listen);
    return () => {
      canvas.map.off("click", listen);
    };
  }, [canvas, onClick]);
}

/** Corners that nothing else shows: of a ring still without a line, and those to be erased. */
const useDots = (rings: Ring[], tool: Tool) =>
  useMemo(
    () =>
      rings.filter(({ corners }) => tool === "erase" || corners.length < 3).flatMap(({ corners }) => corners),
    [rings, tool],
  );

type Shown = {
  around: Surroundings;
  theirs: Outline | null | undefined;
  dots: Position[];
  fix: Parameters<typeof accuracySource>[0];
};

function useLayers({ around, theirs, dots, fix }: Shown) {
  return useMemo(() => {
    const sources: MapSource[] = [
      surroundingsSource(around),
      { id: "theirs", type: "geojson", data: theirs ?? { type: "FeatureCollection", features: [] } },
      accuracySource(fix),
      { id: "dots", type: "geojson", data: { type: "MultiPoint", coordinates: dots } },
    ];
    const layers = (colours: Colours): MapLayer[] => [
      ...surroundingsLayers(around, colours),
      ...accuracyLayers(colours),
      {
        id: "theirs-fill",
        type: "fill",
        source: "theirs",
        paint: { "fill-color": colours.sales, "fill-opacity": 0.2 },
      },
      {
        id: "theirs-line",
        type: "line",
        source: "theirs",
        paint: { "line-color": colours.sales, "line-width": 3, "line-dasharray": [2, 1.5] },
      },
      {
        id: "dots",
        type: "circle",
        source: "dots",
        paint: {
          "circle-radius": 6,
          "circle-color": colours.farming,
          "circle-stroke-color": colours.surface,
          "circle-stroke-width": 2,
        },
      },
    ];
    return { sources, layers };
  }, [around, theirs, dots, fix]);
}
