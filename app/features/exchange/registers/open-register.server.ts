import type { Viewer } from "#app/auth/viewer.ts";
import type { ImportKind } from "../kinds.ts";
import { openHouseholdRegister } from "./households.server.ts";
import { openMemberRegister } from "./members.server.ts";
import type { Register } from "./register.ts";
import { openSiteRegister } from "./sites.server.ts";

const registers: Record<ImportKind, (viewer: Viewer, today: string) => Promise<Register>> = {
  members: openMemberRegister,
  households: openHouseholdRegister,
  sites: openSiteRegister,
};

export const openRegister = (kind: ImportKind, viewer: Viewer, today: string) =>
  registers[kind](viewer, today);
