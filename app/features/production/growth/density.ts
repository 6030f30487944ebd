/** kg of fish per m³ of water; null where the volume is unknown. */
export const density = (massG: number, volumeM3: number | null) =>
  volumeM3 ? massG / 1000 / volumeM3 : null;
