export const roles = ["coordinator", "town", "village", "enterprise", "inspector"] as const;
export type Role = (typeof roles)[number];

/** Whoever is looking. An account has one role in one organization. */
export type Viewer = { allianceId: string; userId: string; name: string } & (
  | { role: "coordinator" }
  | { role: "town"; townCode: string }
  | { role: "village"; organizationId: string }
  | { role: "enterprise"; organizationId: string }
  | { role: "inspector" }
);

/** Every write takes the writer and the time; nothing below asks the clock. */
export type Writer = { viewer: Viewer; now: Date };

/** The organization an account acts for; coordinators, town officers and inspectors act for none. */
export function ownOrganizationId(viewer: Viewer) {
  return viewer.role === "village" || viewer.role === "enterprise" ? viewer.organizationId : undefined;
}

/** May manage accounts, the alliance and every register entry. */
export const isCoordinator = (viewer: Viewer) => viewer.role === "coordinator";
