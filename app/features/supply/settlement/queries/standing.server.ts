import { sql } from "kysely";
import type { Standing } from "../kinds.ts";

/** What was paid of a statement, less what was taken back. */
export const paidFen = sql<number>`(select coalesce(sum(p.amount_fen), 0)::bigint from payment p
  where p.alliance_id = settlement.alliance_id and p.settlement_id = settlement.id)`;

const sidesThatLastSaid = (answer: "confirmed" | "disputed") => sql<number>`(
  select count(*) from (
    select distinct on (a.side) a.answer from settlement_answer a
    where a.alliance_id = settlement.alliance_id and a.settlement_id = settlement.id
    order by a.side, a.answered_at desc, a.id desc) last
  where last.answer = ${sql.lit(answer)})`;

/** Where a statement stands on a day; nothing is stored, so that silence confirms by itself. */
export const standing = (today: string) => sql<Standing>`case
  when exists (select from settlement later
    where later.alliance_id = settlement.alliance_id and later.corrects_id = settlement.id) then 'corrected'
  when ${sidesThatLastSaid("disputed")} > 0 then 'disputed'
  when ${sidesThatLastSaid("confirmed")} < 2 and settlement.silence_confirms_on > ${today}::date then 'waits'
  when settlement.payable_fen > 0 and ${paidFen} = settlement.payable_fen then 'paid'
  when ${sidesThatLastSaid("confirmed")} < 2 then 'silent'
  else 'confirmed' end`;
