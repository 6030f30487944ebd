import { v7 as uuidv7 } from "uuid";
import type { Writer } from "#app/auth/viewer.ts";
import type { Trx } from "#app/database.server.ts";
import { chinaDay } from "#app/i18n/day.ts";
import type { partnershipKinds } from "../../members/kinds.ts";
import { insertPartnerships } from "../../members/queries/partnerships.server.ts";
import type { Parties } from "../access.ts";

type Tie = Parties & { kind: (typeof partnershipKinds)[number]; startsOn: string };

/** Two that have agreed are partners, and know each other's register from then on; partners already are left alone. */
export async function tieParties(writer: Writer, { supplierId, buyerId, kind, startsOn }: Tie, trx: Trx) {
  const { allianceId } = writer.viewer;
  const parties = [supplierId, buyerId];
  const standing = await trx
    .selectFrom("partnership")
    .select("id")
    .where("allianceId", "=", allianceId)
    .where("kind", "=", kind)
    .where("aId", "in", parties)
    .where("bId", "in", parties)
    .where("toOn", "is", null)
    .executeTakeFirst();
  if (standing) return;
  const fromOn = [startsOn, chinaDay(writer.now)].sort()[0] as string;
  await insertPartnerships(writer, [{ id: uuidv7(), aId: supplierId, bId: buyerId, kind, fromOn }], trx);
}
