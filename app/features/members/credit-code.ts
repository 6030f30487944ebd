const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The check character of the first 17 of a unified social credit code (GB 32100-2015); undefined for a wrong character. */
export function creditCodeCheck(first17: string) {
  const values = [...first17].map((character) => alphabet.indexOf(character));
  if (values.length !== 17 || values.includes(-1)) return undefined;
  const sum = values.reduce((total, value, i) => total + value * (weights[i] ?? 0), 0);
  return alphabet[(31 - (sum % 31)) % 31];
}

export const isCreditCode = (code: string) =>
  code.length === 18 && creditCodeCheck(code.slice(0, 17)) === code[17];
