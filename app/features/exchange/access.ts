import type { Viewer } from "#app/auth/viewer.ts";
import type { ImportKind } from "./kinds.ts";

const kindsOfRole: Record<Viewer["role"], ImportKind[]> = {
  coordinator: ["members", "households", "sites"],
  town: ["members", "households", "sites"],
  village: ["households", "sites"],
  enterprise: ["sites"],
  inspector: [],
};

/** What a viewer may import at all; each row is judged by the rules of its form. */
export const importKinds = (viewer: Viewer) => kindsOfRole[viewer.role];
export const canImport = (viewer: Viewer) => importKinds(viewer).length > 0;
