import { startEmbedded } from "../embedded.server.ts";

/** Called by the running app whose embedded PostgreSQL has ended by itself: starts it, and says where it is now. */
const { appUrl } = await startEmbedded(process.argv[2] as string);
console.log(appUrl);
