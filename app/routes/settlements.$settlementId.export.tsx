import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerSheet } from "#app/features/exchange/answer-sheet.server.ts";
import { settlementSheet } from "#app/features/exchange/definitions/settlement.ts";
import {
  findSettlement,
  listSettlementLines,
} from "#app/features/supply/settlement/queries/settlements.server.ts";
import { settlementRows } from "#app/features/supply/settlement/settlement-rows.ts";
import { found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const settlement = found(await findSettlement(viewer, readId(params.settlementId), context.today));
  const lines = await listSettlementLines(viewer, settlement.id);
  const { zh, en } = settlementSheet.title;
  const title = { zh: `${zh} ${settlement.code}`, en: `${en} ${settlement.code}` };
  return answerSheet(request, context, { ...settlementSheet, title }, settlementRows(settlement, lines));
}
