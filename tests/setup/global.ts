import type { TestProject } from "vitest/node";
import { openTestDatabases } from "./database.ts";

declare module "vitest" {
  export interface ProvidedContext {
    databases: { ownerUrl: string; appUrl: string; names: string[] };
  }
}

/** Starts PostgreSQL once for the run, with one migrated copy of the database for each worker. */
export default async function setup(project: TestProject) {
  const { close, ...databases } = await openTestDatabases(Number(project.config.maxWorkers));
  project.provide("databases", databases);
  return close;
}
