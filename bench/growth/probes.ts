import { Buffer } from "node:buffer";
import type { Seeded } from "../database.ts";
import { last } from "./words.ts";

export type Probe = {
  name: string;
  path: string;
  /** How many of the five sites at the end of the order the answer must show. */
  hits?: number;
};

const rowsPerPage = 50;
/** The page that is asked for, or the last full one of a shorter list. */
const pageNumber = 1000;

/** What is asked of every size: first page, far page, filters with five hits at the end, searches, sums. */
export async function probes({ sql, allianceId, sitesEach }: Seeded): Promise<Probe[]> {
  const before = Math.min(pageNumber, Math.floor(sitesEach / rowsPerPage)) * rowsPerPage - rowsPerPage;
  const [key] = await sql`select sort_key, id from site where alliance_id = ${allianceId}
    order by sort_key, id offset ${before - 1} limit 1`;
  const [seller] = await sql`select operator_id, town_code from site where alliance_id = ${allianceId}
    order by sort_key desc limit 1`;
  const after = Buffer.from(JSON.stringify([key?.sort_key, key?.id])).toString("base64url");
  const filter = (name: string, parameters: string, hits = last.count) => ({
    name: `filter ${name}`,
    path: `/sites?${parameters}`,
    hits,
  });
  const search = (name: string, word: string, hits?: number) => ({
    name: `search, ${name}`,
    path: `/sites?q=${encodeURIComponent(word)}`,
    hits,
  });
  return [
    { name: "first page", path: "/sites" },
    { name: `page ${pageNumber.toLocaleString("en")} by its key`, path: `/sites?after=${after}` },
    filter("kind", "kind=outlet"),
    filter("stage", "stage=sales"),
    filter("status", "status=repair"),
    filter("species", "species=paddlefish"),
    filter("operator", `organization=${seller?.operator_id}`),
    filter("no position", "gap=position"),
    filter("no size", "gap=size", 0),
    filter("no area", "gap=area", 0),
    filter("no permit, of the sales points' town", `gap=permit&town=${seller?.town_code}`, 0),
    filter("kind and town", `kind=outlet&town=${seller?.town_code}`),
    filter("two common ones that never meet", "kind=pond&status=idle", 0),
    search("rare word", last.name.slice(0, 2), last.count),
    search("common word", "陆基池"),
    search("one common character", "池"),
    search("code", "S-0000500"),
    { name: "dashboard", path: "/" },
    { name: "summary by /api/v1", path: "/api/v1/summary" },
  ];
}
