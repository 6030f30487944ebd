import { register } from "tsx/esm/api";

// Node 20 reads no TypeScript, and `--import tsx` does not reach into a thread.
register();
await import("./sheet-worker.server.ts");
