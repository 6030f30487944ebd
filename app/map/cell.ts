const zoom = 24;
const size = 2 ** zoom;
const maxLatitude = 85.0511287798066;

const column = (lng: number) => Math.min(size - 1, Math.max(0, Math.floor(((lng + 180) / 360) * size)));

function row(lat: number) {
  const clamped = Math.min(maxLatitude, Math.max(-maxLatitude, lat));
  const sine = Math.sin((clamped * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return Math.min(size - 1, Math.max(0, Math.floor(y * size)));
}

/** Zoom-24 Morton number (bits of column and row interleaved) of a place in WGS 84: below 2^48, one range per tile. */
export function cellOf({ lng, lat }: { lng: number; lat: number }) {
  let cell = 0n;
  const x = BigInt(column(lng));
  const y = BigInt(row(lat));
  for (let bit = BigInt(zoom - 1); bit >= 0n; bit--) {
    cell = (cell << 2n) | (((y >> bit) & 1n) << 1n) | ((x >> bit) & 1n);
  }
  return Number(cell);
}
