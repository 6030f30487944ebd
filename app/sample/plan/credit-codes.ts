import { creditCodeCheck } from "#app/features/members/credit-code.ts";
import type { Random } from "./random.ts";

const digits = "0123456789";
/** No prefecture has this number, so that no code of the sample belongs to anybody. */
const nowhere = "619999";

/** Check character of a 9-character organization code, GB 11714. */
function organizationCheck(first8: string) {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first8[index]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? "X" : String(check);
}

const prefixes = { village: "N2", company: "91", cooperative: "93" };

/** A well-formed credit code of nobody. */
export function planCreditCode(random: Random, kind: keyof typeof prefixes) {
  const number = Array.from({ length: 8 }, () => random.pick([...digits])).join("");
  const first17 = `${prefixes[kind]}${nowhere}${number}${organizationCheck(number)}`;
  return `${first17}${creditCodeCheck(first17)}`;
}
