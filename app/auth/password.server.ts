import { hash, verify } from "@node-rs/argon2";

// OWASP's second recommendation for Argon2id: 19 MiB, two passes, one lane (the library's default algorithm is Argon2id).
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string) => hash(password, cost);

let decoy: Promise<string> | undefined;

/** Takes the same time for an account that does not exist (`passwordHash` undefined), and then answers false. */
export async function passwordMatches(passwordHash: string | undefined, password: string) {
  decoy ??= hashPassword("no account has this password");
  const matches = await verify(passwordHash ?? (await decoy), password);
  return matches && passwordHash !== undefined;
}
