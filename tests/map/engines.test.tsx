// @vitest-environment jsdom
import { act, cleanup, screen, waitFor } from "@testing-library/react";
import { forwardRef, type ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { MapView } from "#app/map/MapView.tsx";
import type { MapSettings } from "#app/map/settings.ts";
import { renderPart } from "../ui/render.tsx";

type Props = Record<string, unknown> & { children?: ReactNode };
type Drawn = { map: Props | undefined; sources: Props[]; layers: Props[] };

/** The libraries need a graphics card; here stand-ins write down what each is given. */
const drawn = vi.hoisted(() => {
  const fresh = () => ({ map: undefined, sources: [], layers: [] }) as Drawn;
  return { maplibre: fresh(), mapbox: fresh(), fresh };
});

const standIn = (name: "maplibre" | "mapbox") => {
  const nothing = () => null;
  return {
    Map: forwardRef((props: Props, _ref) => {
      drawn[name].map = { ...props };
      return props.children;
    }),
    Source: (props: Props) => {
      drawn[name].sources.push({ ...props });
      return null;
    },
    Layer: (props: Props) => {
      drawn[name].layers.push({ ...props });
      return null;
    },
    ...{ Marker: nothing, AttributionControl: nothing, NavigationControl: nothing, ScaleControl: nothing },
  };
};
vi.mock("react-map-gl/maplibre", () => standIn("maplibre"));
vi.mock("react-map-gl/mapbox", () => standIn("mapbox"));
vi.mock("maplibre-gl", () => ({ setWorkerUrl: () => {} }));
vi.mock("mapbox-gl", () => ({ default: {} }));

beforeEach(() => {
  for (const name of ["maplibre", "mapbox"] as const) Object.assign(drawn[name], drawn.fresh());
  // jsdom knows neither what is on the screen nor what the device prefers.
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(private seen: (entries: { isIntersecting: boolean }[]) => void) {}
      observe() {
        this.seen([{ isIntersecting: true }]);
      }
      disconnect() {}
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const settings: MapSettings = { mapboxToken: null, tianditu: null, xyz: null, pmtiles: null, geocoder: null };
const show = (mapboxToken: string | null) =>
  renderPart(() => (
    <MapView
      settings={{ ...settings, mapboxToken }}
      label="map"
      bounds={[108, 32, 109, 33]}
      sources={[{ id: "sites", type: "geojson", data: "/map/sites.geojson" }]}
      layers={(colours) => [
        { id: "site", type: "circle", source: "sites", paint: { "circle-color": colours.farming } },
      ]}
    />
  ));

test("without a token MapLibre draws, and nothing of Mapbox is asked for", async () => {
  show(null);
  await waitFor(() => expect(drawn.maplibre.layers.length).toBeGreaterThan(3));
  expect(drawn.mapbox.map).toBeUndefined();
  expect(drawn.maplibre.map).not.toHaveProperty("mapboxAccessToken");
});

test("with a token Mapbox is asked for, and given the same tree", async () => {
  show(null);
  await waitFor(() => expect(drawn.maplibre.layers.length).toBeGreaterThan(3));
  cleanup();
  show("pk.operator");
  await waitFor(() => expect(drawn.mapbox.layers.length).toBeGreaterThan(3));

  expect(drawn.mapbox.map).toMatchObject({ mapboxAccessToken: "pk.operator", projection: "mercator" });
  const layers = (name: "maplibre" | "mapbox") =>
    new Map(drawn[name].layers.map((layer) => [layer.id, layer]));
  const sources = (name: "maplibre" | "mapbox") => new Map(drawn[name].sources.map((one) => [one.id, one]));
  expect(layers("mapbox")).toEqual(layers("maplibre"));
  expect(sources("mapbox")).toEqual(sources("maplibre"));
  expect(drawn.mapbox.map?.initialViewState).toEqual(drawn.maplibre.map?.initialViewState);
});

test("a refused token is said, and MapLibre draws instead", async () => {
  show("pk.revoked");
  await waitFor(() => expect(drawn.mapbox.map).toBeDefined());
  const { onError } = drawn.mapbox.map as { onError: (event: unknown) => void };
  act(() => onError({ error: Object.assign(new Error("Unauthorized"), { status: 401 }), target: {} }));
  await waitFor(() => expect(drawn.maplibre.layers.length).toBeGreaterThan(3));
  expect(document.body.textContent).toContain("tokenRefused");
  expect(screen.queryByText("noWebgl")).toBeNull();
});

test("one basemap tile that is missing is no reason to change the engine", async () => {
  show("pk.operator");
  await waitFor(() => expect(drawn.mapbox.map).toBeDefined());
  const { onError } = drawn.mapbox.map as { onError: (event: unknown) => void };
  act(() => onError({ error: Object.assign(new Error("Not found"), { status: 404 }), target: {} }));
  expect(drawn.maplibre.map).toBeUndefined();
});
