import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

// OWASP's second recommendation for Argon2id: 19 MiB, two passes, one lane (the library's default algorithm is Argon2id).
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// A Chinese keyboard types full-width letters as easily as half-width ones (NIST SP 800-63B asks for NFKC or NFKD).
const asTyped = (password: string) => password.normalize("NFKC");

export const hashPassword = (password: string) => hash(asTyped(password), cost);

let decoy: Promise<string> | undefined;

/** Takes the same time for an account that does not exist (`passwordHash` undefined), and then answers false. */
export async function passwordMatches(passwordHash: string | undefined, password: string) {
  decoy ??= hashPassword("no account has this password");
  const matches = await verify(passwordHash ?? (await decoy), asTyped(password));
  return matches && passwordHash !== undefined;
}

/** No letters that are taken for figures, nor the other way round. */
const readable = "abcdefghjkmnpqrstuvwxyz23456789";

/** Something to read over the telephone, 59 random bits; whoever gets it chooses another at the first sign-in. */
export function newTemporaryPassword() {
  const group = () => Array.from({ length: 4 }, () => readable[randomInt(readable.length)]).join("");
  return [group(), group(), group()].join("-");
}
