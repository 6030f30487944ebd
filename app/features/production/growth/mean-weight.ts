/** Mean weight in g per fish; null where the fish can't be counted or none are left. */
export const meanWeight = ({ count, massG }: { count: number | null; massG: number }) =>
  count ? massG / count : null;
