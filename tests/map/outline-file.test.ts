import { expect, test } from "vitest";
import { readOutlineFile } from "#app/map/outline/read-outline-file.ts";

const corners = "108.1,32.1,450 108.2,32.1,450 108.2,32.2,450 108.1,32.1,450";
const polygon = {
  type: "Polygon",
  coordinates: [
    [
      [108.1, 32.1],
      [108.2, 32.1],
      [108.2, 32.2],
      [108.1, 32.1],
    ],
  ],
};
const placemark = (name: string, ...polygons: string[]) =>
  `<Placemark><name>${name}</name>${polygons.join("")}</Placemark>`;
const ring = (text: string, side = "outer") =>
  `<${side}BoundaryIs><LinearRing><coordinates>${text}</coordinates></LinearRing></${side}BoundaryIs>`;
const kml = (...placemarks: string[]) =>
  `\uFEFF<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>文件</name>${placemarks.join("")}</Document></kml>`;

test("KML: every placemark with polygons by its name, holes and unclosed rings too", () => {
  const text = kml(
    placemark("军坝水库 &amp; 坝", `<Polygon>${ring(corners)}</Polygon>`),
    placemark("点", "<Point><coordinates>108,32</coordinates></Point>"),
    placemark(
      "<![CDATA[两片]]>",
      `<MultiGeometry><Polygon>${ring("1,1 2,1 2,2", "inner")}${ring(corners)}</Polygon><Polygon>${ring("5,5 6,5\n6,6")}</Polygon></MultiGeometry>`,
    ),
  );
  expect(readOutlineFile(text, "a.kml").found).toEqual([
    { name: "军坝水库 & 坝", outline: polygon },
    {
      name: "两片",
      outline: {
        type: "MultiPolygon",
        coordinates: [
          [
            polygon.coordinates[0],
            [
              [1, 1],
              [2, 1],
              [2, 2],
              [1, 1],
            ],
          ],
          [
            [
              [5, 5],
              [6, 5],
              [6, 6],
              [5, 5],
            ],
          ],
        ],
      },
    },
  ]);
  expect(
    readOutlineFile(
      text
        .replaceAll("<", "<k:")
        .replaceAll("<k:/", "</k:")
        .replaceAll("<k:?", "<?")
        .replaceAll("<k:!", "<!"),
      "a.kml",
    ).found,
  ).toHaveLength(2);
});

test("GeoJSON: a geometry, a feature, a collection", () => {
  const feature = { type: "Feature", properties: { 名称: "北塘" }, geometry: polygon };
  const point = { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [1, 2] } };
  const collection = {
    type: "FeatureCollection",
    features: [point, feature, null, { type: "Feature", geometry: null }],
  };
  const read = (value: unknown) => readOutlineFile(JSON.stringify(value), "南塘.geojson").found;
  expect(read(polygon)).toEqual([{ name: "南塘", outline: polygon }]);
  expect(read(feature)).toEqual([{ name: "北塘", outline: polygon }]);
  expect(read(collection)).toEqual([{ name: "北塘", outline: polygon }]);
});

test("what is neither, broken or without an outline says so, whatever it tries", () => {
  const problem = (text: string) => readOutlineFile(text, "x").problem;
  expect(problem("PK\u0003\u0004")).toBe("fileKind");
  expect(problem("")).toBe("fileKind");
  expect(problem("{")).toBe("fileBroken");
  expect(problem("<kml><Document>")).toBe("fileBroken");
  expect(problem("<kml/>")).toBe("fileEmpty");
  expect(problem('{"type":"Point","coordinates":[1,2]}')).toBe("fileEmpty");
  const bomb = '<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><kml>&b;</kml>';
  expect(problem(bomb)).toBe("fileBroken");
  const deep = `${'{"type":"FeatureCollection","features":['.repeat(20_000)}${"]}".repeat(20_000)}`;
  expect(["fileBroken", "fileEmpty"]).toContain(problem(deep));
});
