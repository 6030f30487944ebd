import type { Bench } from "./figure.ts";
import { grownLedgers, inOrder, ledgerLots, pageGrown } from "./grown.ts";
import type { Tools } from "./run.ts";

/** One lot with its events, links, figures and forecast. */
export const lotPage = (tools: Tools) =>
  pageOf(tools, {
    ...{ bench: "lot-page", workload: "signed-in page of a lot" },
    pathOf: async ({ sql, allianceId }) => {
      const [lot] = await sql`select code from lot where alliance_id = ${allianceId} order by id limit 1`;
      return `/lots/${lot?.code}`;
    },
  });

/** Every open lot summed by stage and species, and the first fifty of the list. */
export const lotBoard = (tools: Tools) => {
  const open = Math.round(ledgerLots * tools.scale).toLocaleString("en");
  return pageOf(tools, {
    ...{ bench: "lot-board", workload: `signed-in page /lots with ${open} open lots` },
    pathOf: async () => "/lots",
  });
};

type Page = Omit<Parameters<typeof pageGrown>[1], "rounds">;

async function pageOf(tools: Tools, page: Page): Promise<Bench> {
  const places = await grownLedgers(tools);
  try {
    return { figures: await pageGrown(places, { ...page, rounds: tools.rounds }) };
  } finally {
    await inOrder(places, ({ sql }) => sql.end());
  }
}
