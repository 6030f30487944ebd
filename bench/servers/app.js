import { resolve } from "node:path";
import { serve } from "../../start/serve.js";
import { stopOnSignals } from "../../start/stop.js";

stopOnSignals();
const root = resolve(import.meta.dirname, "../..");
console.log(await serve(root, { host: "127.0.0.1", port: Number(process.env.PORT), dev: false }));
