import { sql } from "kysely";
import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import type { Side } from "../../kinds.ts";

/**
 * Money between the viewer's organization and its partners, for each side it stands on: what statements say is to be
 * paid and is not; what was advanced and is not netted, with what was carried over; statements that wait for it.
 */
export async function sumOwed(viewer: Viewer, today: string, db: Db = database) {
  const own = ownOrganizationId(viewer);
  if (!own) return [];
  const { rows } = await sql<{ side: Side; openFen: number; debtFen: number; waiting: number }>`
    select side, sum(open_fen)::bigint as open_fen, sum(debt_fen)::bigint as debt_fen, sum(waiting)::bigint as waiting
    from (
      select case when a.supplier_id = ${own}::uuid then 'supplier' else 'buyer' end as side,
        (select coalesce(sum(s.payable_fen - (select coalesce(sum(p.amount_fen), 0) from payment p
            where p.alliance_id = s.alliance_id and p.settlement_id = s.id)), 0)
          from settlement s where s.alliance_id = a.alliance_id and s.agreement_id = a.id) as open_fen,
        (select coalesce(sum(v.amount_fen), 0) from advance v
          where v.alliance_id = a.alliance_id and v.agreement_id = a.id
            and not exists (select from settlement_line l
              join settlement s on s.alliance_id = l.alliance_id and s.id = l.settlement_id
              where l.alliance_id = v.alliance_id and l.source_id = v.id and l.disputed is null
                and not exists (select from settlement later
                  where later.alliance_id = s.alliance_id and later.corrects_id = s.id)))
          - coalesce((select s.carried_over_fen from settlement s
            where s.alliance_id = a.alliance_id and s.agreement_id = a.id order by s.number desc limit 1), 0) as debt_fen,
        (select count(*) from settlement s
          where s.alliance_id = a.alliance_id and s.agreement_id = a.id and s.silence_confirms_on > ${today}::date
            and not exists (select from settlement later
              where later.alliance_id = s.alliance_id and later.corrects_id = s.id)
            and not exists (select from settlement_answer r where r.alliance_id = s.alliance_id
              and r.settlement_id = s.id
              and r.side = case when a.supplier_id = ${own}::uuid then 'supplier' else 'buyer' end)) as waiting
      from agreement a
      where a.alliance_id = ${viewer.allianceId} and a.state <> 'proposed'
        and ${own}::uuid in (a.supplier_id, a.buyer_id)
    ) sums group by side order by side desc`.execute(db);
  return rows.filter(({ openFen, debtFen, waiting }) => openFen !== 0 || debtFen !== 0 || waiting !== 0);
}
export type Owed = Awaited<ReturnType<typeof sumOwed>>[number];
