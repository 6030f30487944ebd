import type { findOrganization } from "./queries/find-organization.server.ts";

type Found = NonNullable<Awaited<ReturnType<typeof findOrganization>>>;

/** One organization as a page receives it. */
export type Organization = Omit<Found, "updatedAt"> & { updatedAt: Date | string };
