import { migrate } from "../migrate.server.ts";
import { openDatabase } from "./open.ts";

/** `npm run db:migrate`: brings the database of the settings to the newest migration. */
const opened = await openDatabase();
const { applied } = await migrate(opened.ownerUrl, opened);
await opened.close();
console.log(applied.length > 0 ? applied.join("\n") : "nothing to do");
