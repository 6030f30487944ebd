import { type SqlBool, sql } from "kysely";
import type { Trx } from "#app/database.server.ts";
import { chinaDay } from "#app/i18n/day.ts";
import type { SiteState } from "../events/decision.ts";
import type { BookedLot } from "../ledger/book.ts";

/**
 * Codes of new lots, under the locks of their sites: site and day, `101200-P01-260315`; a further one of the day gets
 * `-2`. Standing lots are known by site and species. Fish on the way have a T before the day, caught fish an H,
 * goods a G.
 */
export async function lotCodes(
  allianceId: string,
  lots: BookedLot[],
  sites: Map<string, SiteState>,
  trx: Trx,
) {
  const stems = new Map(lots.map((lot) => [lot.id, stemOf(lot, sites.get(lot.siteId)?.code ?? "")]));
  const siteIds = [...new Set(lots.map(({ siteId }) => siteId))];
  const taken = await trx
    .selectFrom("lot")
    .select("code")
    .where("allianceId", "=", allianceId)
    .where(sql<SqlBool>`site_id = any(${siteIds}::uuid[])`)
    .execute();
  const used = new Set(taken.map(({ code }) => code));
  const next = new Map<string, number>();
  const codes = new Map<string, string>();
  for (const [id, stem] of stems) {
    let number = next.get(stem) ?? 1;
    const codeOf = () => (number === 1 ? stem : `${stem}-${number}`);
    while (used.has(codeOf())) number += 1;
    next.set(stem, number + 1);
    codes.set(id, codeOf());
    used.add(codeOf());
  }
  return codes;
}

function stemOf({ form, species, startedAt }: BookedLot, siteCode: string) {
  if (form === "standing") return `${siteCode}-${species.toUpperCase().replace(/[^0-9A-Z]/g, "-")}`;
  const day = chinaDay(new Date(startedAt)).slice(2).replaceAll("-", "");
  return `${siteCode}-${signs[form] ?? ""}${day}`;
}

const signs: Partial<Record<BookedLot["form"], string>> = { transit: "T", harvest: "H", goods: "G" };
