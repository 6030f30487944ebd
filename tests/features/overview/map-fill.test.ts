import { expect, test } from "vitest";
import { drawFill, type Fill } from "#app/features/overview/map-layers/fill.ts";
import { drawLayers } from "#app/features/overview/map-layers/registry.ts";
import type { Colours } from "#app/map/colours.ts";

const colours = new Proxy({}, { get: (_, name) => `#${String(name)}` }) as Colours;
const draw = (fill: Fill | undefined, off: Parameters<typeof drawLayers>[0] = []) =>
  drawFill(drawLayers(off)(colours), { fill, off, mixed: "多个品种" }, colours);
const alarms: Fill = {
  by: "alarms",
  classes: [
    { rank: 1, colour: "due", name: "处理中" },
    { rank: 2, colour: "late", name: "没人管" },
  ],
};
const paintOf = (layers: ReturnType<typeof draw>, id: string) => layers.find((one) => one.id === id)?.paint;

test("the same layers stand with and without a fill: one added later would be drawn above the signs", () => {
  const ids = (fill?: Fill) => draw(fill).map(({ id }) => id);
  expect(ids(alarms)).toEqual(ids());
  expect(ids().indexOf("fill-ring-ponds")).toBeLessThan(ids().indexOf("pond"));
  expect(ids().indexOf("fill-word-ponds")).toBeGreaterThan(ids().indexOf("pond"));
});

test("a group takes the worst of its sites; of species it says that they differ", () => {
  expect(paintOf(draw(alarms), "pond-clusters")).toMatchObject({
    "circle-color": ["match", ["get", "top"], 1, "#due", 2, "#late", "#farming"],
  });
  expect(paintOf(draw({ ...alarms, by: "species" }), "pond-clusters")).toMatchObject({
    "circle-color": ["case", expect.anything(), "#muted", expect.anything()],
  });
  expect(paintOf(draw(undefined), "pond-clusters")).toMatchObject({ "circle-color": "#farming" });
});

test("what is switched off has neither ring nor word", () => {
  const shown = (off: Parameters<typeof draw>[1]) =>
    JSON.stringify(draw(alarms, off).find(({ id }) => id === "fill-ring-sites"));
  expect(shown([])).toContain('"water_area"');
  expect(shown(["water_area"])).not.toContain('"water_area"');
  const words = draw(alarms, ["pond"]).find(({ id }) => id === "fill-word-groups");
  expect(words?.layout?.visibility).toBe("none");
});
