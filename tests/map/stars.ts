import fc from "fast-check";
import type { Polygon, Position } from "geojson";

const metresPerDegree = 111_195;

/** Rings seen whole from their middle, hence never crossing: corners at growing angles, 50–500 m out. */
export const stars = fc
  .tuple(
    fc.double({ min: 108, max: 109, noNaN: true }),
    fc.double({ min: 32.5, max: 33.2, noNaN: true }),
    fc.array(fc.integer({ min: 50, max: 500 }), { minLength: 6, maxLength: 120 }),
  )
  .map(([lng, lat, radii]) => star([lng, lat], radii));

export function star([lng = 0, lat = 0]: Position, radii: number[]): Polygon {
  const corners = radii.map((radius, i): Position => {
    const angle = (2 * Math.PI * i) / radii.length;
    return [
      lng + (radius * Math.cos(angle)) / (metresPerDegree * Math.cos((lat * Math.PI) / 180)),
      lat + (radius * Math.sin(angle)) / metresPerDegree,
    ];
  });
  return { type: "Polygon", coordinates: [[...corners, corners[0] as Position]] };
}
