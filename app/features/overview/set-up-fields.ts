import * as z from "zod";
import { passwordFault } from "#app/auth/password-rules.ts";
import { login } from "#app/auth/schema.ts";
import { hanyin } from "#db/reference/hanyin.ts";

const required = "error.required";
const shortText = z.string(required).trim().min(1, required).max(50, "error.long");
const townLine = /^(\d{9})[\s,，、]+(\S.{0,29})$/;

/** `code name` a line. */
function readTowns(typed: string, countyCode: string) {
  const towns: { code: string; name: string }[] = [];
  for (const [index, text] of typed.split(/\r?\n/).entries()) {
    if (text.trim() === "") continue;
    const fault = (key: string) => `auth:error.${key}|${JSON.stringify({ line: index + 1 })}`;
    const [, code = "", name = ""] = townLine.exec(text.trim()) ?? [];
    if (!code.startsWith(countyCode) || name === "") return { towns, fault: fault("towns") };
    if (towns.some((town) => town.code === code)) return { towns, fault: fault("townTwice") };
    towns.push({ code, name });
  }
  return { towns, fault: towns.length === 0 ? required : towns.length > 100 ? "error.long" : undefined };
}

/** What the first set-up asks: the county, the alliance, the first coordinator. */
export const setUpFields = z
  .object({
    county: z.enum(["hanyin", "other"], required),
    villages: z.boolean().default(false),
    countyCode: z
      .string()
      .regex(/^[0-9]{6}$/, "auth:error.countyCode")
      .optional(),
    countyName: shortText.optional(),
    towns: z.string().max(10_000, "error.long").optional(),
    allianceName: shortText,
    name: shortText,
    login,
    password: z.string(required),
  })
  .transform(({ county, villages, countyCode, countyName, towns: typed, ...first }, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    const fault = passwordFault(first.password, first.login);
    if (fault) refuse("password", fault);
    // Hanyin's towns are reference data already.
    if (county === "hanyin")
      return { ...first, county: { code: hanyin.code, name: hanyin.name, towns: [], villages } };
    if (!countyCode) refuse("countyCode", required);
    if (!countyName) refuse("countyName", required);
    const read = readTowns(typed ?? "", countyCode ?? "");
    if (read.fault) refuse("towns", read.fault);
    return {
      ...first,
      county: { code: countyCode ?? "", name: countyName ?? "", towns: read.towns, villages: false },
    };
  });
