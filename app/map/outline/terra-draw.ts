import type { Position } from "geojson";
import {
  type GeoJSONStoreFeatures,
  type HexColor,
  TerraDraw,
  TerraDrawModeUndoRedo,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
} from "terra-draw";
import type { ColourName, Colours } from "../colours.ts";
import type { Engine, EngineMap } from "../engine.ts";
import { closeRing, type Ring } from "./rings.ts";

/** What the pointer does: change what stands, draw a ring, cut one out; or nothing of this. */
export type Tool = "edit" | "draw" | "hole" | "erase" | "point";

type Listener = {
  /** A ring was finished or changed. */
  onDrawn: (rings: Ring[], how: "drawn" | "changed") => void;
  /** While the pointer moves; undefined when what was begun is taken back. */
  onMove: (rings: Ring[] | undefined) => void;
};

/** terra-draw knows no holes: each ring is a polygon of its own, and what it is stands in a property. */
export async function startDrawing(
  map: EngineMap,
  { engine, colours }: { engine: Engine["name"]; colours: Colours },
  { onDrawn, onMove }: Listener,
) {
  const adapter = await adapterFor(engine, map);
  const { polygon, select } = modes(colours);
  const draw = new TerraDraw({
    adapter,
    modes: [polygon, select],
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
  });
  draw.start();
  let hole = false;

  draw.on("finish", (id, { action }) => {
    if (action === "draw") draw.updateFeatureProperties(id, { hole });
    onDrawn(ringsIn(draw, hole), action === "draw" ? "drawn" : "changed");
  });
  draw.on("change", (ids, kind, context) => {
    if (context && "origin" in context) return;
    if (kind === "delete" && draw.getModeState() !== "drawing") onMove(undefined);
    // Handles and middles come and go as points of their own.
    const ofRing = ids.some(
      (id) => draw.hasFeature(id) && draw.getSnapshotFeature(id)?.geometry.type === "Polygon",
    );
    if (ofRing && (kind === "create" || kind === "update")) onMove(ringsIn(draw, hole));
  });

  return {
    use(tool: Tool) {
      hole = tool === "hole";
      draw.setMode(tool === "draw" || tool === "hole" ? "polygon" : tool === "edit" ? "select" : "static");
    },
    /** Shows these rings, and the handles of one where they can be moved. */
    show(rings: Ring[], selected: string | undefined) {
      draw.clear();
      draw.addFeatures(rings.filter(({ corners }) => corners.length >= 3).map(asFeature));
      if (selected && draw.getMode() === "select" && draw.hasFeature(selected)) draw.selectFeature(selected);
    },
    /** Takes back the last corner of a ring that is not finished; false if there is none. */
    undoCorner: () => draw.getModeState() === "drawing" && draw.canUndo() && draw.undo(),
    stop: () => draw.stop(),
  };
}
export type TerraDrawing = Awaited<ReturnType<typeof startDrawing>>;

async function adapterFor(engine: Engine["name"], map: EngineMap) {
  if (engine === "mapbox") {
    const { TerraDrawMapboxGLAdapter } = await import("terra-draw-mapbox-gl-adapter");
    return new TerraDrawMapboxGLAdapter({ map: map as never, coordinatePrecision: 9 });
  }
  const { TerraDrawMapLibreGLAdapter } = await import("terra-draw-maplibre-gl-adapter");
  return new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 9 });
}

const asFeature = ({ id, hole, corners }: Ring): GeoJSONStoreFeatures => ({
  type: "Feature",
  id,
  properties: { mode: "polygon", hole },
  geometry: { type: "Polygon", coordinates: [closeRing(corners)] },
});

/** `drawn` says what a ring is that is not finished yet. */
function ringsIn(draw: TerraDraw, drawn: boolean): Ring[] {
  return draw.getSnapshot().flatMap(({ id, geometry, properties }) =>
    geometry.type === "Polygon" && properties.mode === "polygon"
      ? [
          {
            id: String(id),
            hole: Boolean(properties.hole ?? drawn),
            corners: (geometry.coordinates[0] ?? []).slice(0, -1) as Position[],
          },
        ]
      : [],
  );
}

function modes(colours: Colours) {
  const colour = (name: ColourName) => toHex(colours[name]);
  const fill = ({ properties }: GeoJSONStoreFeatures) => colour(properties.hole ? "surface" : "farming");
  const opacity = ({ properties }: GeoJSONStoreFeatures) => (properties.hole ? 0.7 : 0.25);
  const [line, light, strong] = [colour("farming"), colour("surface"), colour("due")];
  const polygon = new TerraDrawPolygonMode({
    pointerDistance: 30,
    styles: {
      fillColor: fill,
      fillOpacity: opacity,
      outlineColor: line,
      outlineWidth: 3,
      closingPointColor: strong,
      closingPointWidth: 8,
      closingPointOutlineColor: light,
      closingPointOutlineWidth: 2,
    },
  });
  const select = new TerraDrawSelectMode({
    // A whole reservoir deleted by one key, or pushed aside by a thumb, is nobody's wish.
    keyEvents: { deselect: "Escape", delete: null, rotate: null, scale: null },
    pointerDistance: 30,
    flags: {
      polygon: {
        feature: { coordinates: { draggable: true, deletable: true, midpoints: { draggable: true } } },
      },
    },
    styles: {
      selectedPolygonColor: fill,
      selectedPolygonFillOpacity: opacity,
      selectedPolygonOutlineColor: line,
      selectedPolygonOutlineWidth: 3,
      selectionPointColor: line,
      selectionPointWidth: 6,
      selectionPointOutlineColor: light,
      selectionPointOutlineWidth: 2,
      midPointColor: light,
      midPointWidth: 4,
      midPointOutlineColor: line,
      midPointOutlineWidth: 2,
    },
  });
  return { polygon, select };
}

/** terra-draw takes colours as #rrggbb only; the page's arrive as rgb(r, g, b). */
const toHex = (colour: string): HexColor =>
  `#${(colour.match(/[\d.]+/g) ?? [])
    .slice(0, 3)
    .map((part) => Math.round(Number(part)).toString(16).padStart(2, "0"))
    .join("")}`;
