import { createServer } from "node:http";
import postgres from "postgres";

/** The statement it is given, asked anew for every request, as JSON. */
const { PORT = "", DATABASE_URL = "", STATEMENT = "" } = process.env;
const { text, parameters } = JSON.parse(STATEMENT);
const sql = postgres(DATABASE_URL, { max: 10 });

createServer(async (_request, response) => {
  const rows = await sql.unsafe(text, parameters, { prepare: true });
  const body = JSON.stringify({ items: rows.slice(0, -1), next: rows.at(-1)?.id });
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) });
  response.end(body);
}).listen(Number(PORT), "127.0.0.1", () => console.log(`http://127.0.0.1:${PORT}`));
