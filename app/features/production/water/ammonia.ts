/**
 * Un-ionized ammonia NH₃ in mg/L, which is what harms fish, from total ammonia nitrogen in mg/L, pH and °C:
 * pKa = 0.09018 + 2729.92/(T + 273.15); the un-ionized share is 1/(1 + 10^(pKa − pH)) (Emerson et al. 1975).
 * At 22 °C and pH 7.2 that is 0.72 %.
 */
export function unionizedAmmonia({ tan, ph, temperature }: { tan: number; ph: number; temperature: number }) {
  const pKa = 0.09018 + 2729.92 / (temperature + 273.15);
  return tan / (1 + 10 ** (pKa - ph));
}
