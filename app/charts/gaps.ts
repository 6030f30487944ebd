/** So many times the usual distance between two points is a gap. */
const wide = 4;

/**
 * Where a line is to be broken: points further apart than four times the usual distance. Answers the points with an
 * empty one put into each gap.
 */
export function breakAtGaps<Point extends { at: number }, Empty>(
  points: readonly Point[],
  empty: (at: number) => Empty,
): (Point | Empty)[] {
  const distances = points.slice(1).map(({ at }, i) => at - (points[i]?.at ?? at));
  const usual = distances.toSorted((a, b) => a - b)[Math.floor(distances.length / 2)] ?? 0;
  return points.flatMap((point, i) => {
    const distance = distances[i - 1] ?? 0;
    return i > 0 && distance > wide * usual ? [empty(point.at - distance / 2), point] : [point];
  });
}
