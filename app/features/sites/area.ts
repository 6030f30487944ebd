/** 1 mu = 10,000 / 15 m². */
export const squareMetresPerMu = 10_000 / 15;

/** To 0.01 m², so that mu typed with two decimals come back as typed. */
export const muToSquareMetres = (mu: number) => Math.round(mu * squareMetresPerMu * 100) / 100;
export const squareMetresToMu = (squareMetres: number) => squareMetres / squareMetresPerMu;

/** What a drawn area in m² comes to in mu when it is taken as the registered one: two decimals, as registers write it. */
export const areaToTake = (squareMetres: number) => Math.round(squareMetresToMu(squareMetres) * 100) / 100;

/** Water held by a round tank filled to its depth, m³. */
export const tankVolume = ({ diameterM, depthM }: { diameterM: number; depthM: number }) =>
  Math.round((Math.PI / 4) * diameterM ** 2 * depthM * 10) / 10;
