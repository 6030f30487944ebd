import * as z from "zod";
import { normalizeLogin } from "./login.ts";
import { passwordFault } from "./password-rules.ts";
import { roles } from "./viewer.ts";

const required = "error.required";
const name = z.string(required).trim().min(1, required).max(50, "error.long");

export const login = z
  .string(required)
  .transform(normalizeLogin)
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9._@-]{2,39}$/, "auth:error.login"));

const whoAndWhere = z.object({
  login,
  name,
  role: z.enum(roles, required),
  townCode: z
    .string()
    .regex(/^[0-9]{9}$/, "error.town")
    .nullish(),
  organizationId: z.uuid("error.choose").nullish(),
});

/** An account belongs to a town or to an organization as its role says; what was left in the other field is dropped. */
export const accountFields = whoAndWhere
  .transform((account) => ({
    ...account,
    townCode: account.role === "town" ? (account.townCode ?? null) : null,
    organizationId:
      account.role === "village" || account.role === "enterprise" ? (account.organizationId ?? null) : null,
  }))
  .refine((account) => account.role !== "town" || account.townCode !== null, {
    path: ["townCode"],
    error: "error.town",
  })
  .refine(
    (account) =>
      (account.role !== "village" && account.role !== "enterprise") || account.organizationId !== null,
    { path: ["organizationId"], error: "error.choose" },
  );
export type AccountFields = z.infer<typeof accountFields>;

const faultOf = (password: string, ownLogin: string) => passwordFault(password, ownLogin) ?? "";

/** A password somebody chooses for the account of this login. */
export const chosenPassword = (ownLogin: string) =>
  z.string(required).refine((password) => !passwordFault(password, ownLogin), {
    error: (issue) => faultOf(String(issue.input), ownLogin),
  });

export const passwordFields = (ownLogin: string) =>
  z
    .object({ current: z.string(required).max(1000, "error.long"), password: chosenPassword(ownLogin) })
    .refine(({ current, password }) => current !== password, {
      path: ["password"],
      error: "auth:error.passwordSame",
    });

export const tokenFields = z.object({
  id: z.uuid(),
  name,
  scope: z.enum(["read", "write"], required),
  days: z.coerce
    .number("error.number")
    .int("error.whole")
    .min(1, "auth:error.days")
    .max(365, "auth:error.days"),
});

/** The parameters by which the list of accounts is narrowed. */
export const accountFilter = z.object({
  q: z.string().max(60).optional(),
  role: z.enum(roles).optional(),
  town: z
    .string()
    .regex(/^[0-9]{9}$/)
    .optional(),
  state: z.enum(["active", "ended"]).optional(),
});
