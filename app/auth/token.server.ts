import { createHmac, randomBytes } from "node:crypto";
import { env } from "#app/env.server.ts";

/** 256 random bits, url-safe. Only its keyed hash is stored. */
export const newToken = () => randomBytes(32).toString("base64url");

/** Keyed with SESSION_SECRET, so that a stolen table opens no door. */
export const hashToken = (token: string) => createHmac("sha256", env.SESSION_SECRET).update(token).digest();
