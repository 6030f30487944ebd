import { EditConflict, Missing, Refused } from "#app/audit/errors.ts";
import { accountOf } from "#app/audit/write.server.ts";
import { isCoordinator, type Viewer, type Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import type { NewFile } from "../../sites/queries/files.server.ts";
import { sideOf } from "../access.ts";
import {
  type dividendBases,
  type givenThings,
  type priceKinds,
  type Side,
  sides,
  type suppliedForms,
} from "../kinds.ts";
import type { Promised } from "../months.ts";
import { visibleSupply } from "../visible.server.ts";
import { auditAgreement } from "./audit-agreement.server.ts";
import { keepPaper } from "./keep-paper.server.ts";
import { tieParties } from "./tie-parties.server.ts";

/** The terms of an agreement from a day on. */
export type NewVersion = {
  id: string;
  effectiveOn: string;
  species: string;
  form: (typeof suppliedForms)[number];
  sizeClass: string | null;
  priceKind: (typeof priceKinds)[number];
  priceFen: number;
  rewardFen: number | null;
  rewardFor: string | null;
  waterPermille: number;
  deadPermille: number;
  paymentDays: number;
  dividendPermille: number | null;
  dividendBasis: (typeof dividendBases)[number] | null;
  quality: string | null;
  reason: string | null;
  gives: (typeof givenThings)[number][];
  months: Promised[];
};

type Place = { agreementId: string; number: number; consents: Side[]; onPaper: boolean };

/** Writes the terms down with their months, and who consents to them. */
export async function writeVersion(
  writer: Writer,
  { agreementId, number, consents, onPaper }: Place,
  { gives, months, ...version }: NewVersion,
  trx: Trx,
) {
  const of = { allianceId: writer.viewer.allianceId, agreementId, number };
  await trx
    .insertInto("agreementVersion")
    .values({ ...of, ...version, writtenAt: writer.now, writtenByName: writer.viewer.name })
    .execute();
  if (months.length > 0)
    await trx
      .insertInto("agreementMonth")
      .values(months.map((one) => ({ ...of, ...one })))
      .execute();
  if (gives.length > 0)
    await trx
      .insertInto("agreementGives")
      .values(gives.map((what) => ({ ...of, what })))
      .execute();
  await writeConsents(writer, { agreementId, number, consents, onPaper }, trx);
}

const writeConsents = ({ viewer, now }: Writer, { consents, ...place }: Place, trx: Trx) =>
  trx
    .insertInto("agreementConsent")
    .values(
      consents.map((side) => ({
        ...{ ...place, side, allianceId: viewer.allianceId, consentedAt: now },
        ...{ accountId: accountOf(viewer), accountName: viewer.name },
      })),
    )
    .execute();

/** An agreement that is written in, and its newest version. */
async function lockAgreement(viewer: Viewer, id: string, trx: Trx) {
  const { allianceId } = viewer;
  const agreement = await trx
    .selectFrom("agreement")
    .select(["id", "code", "kind", "supplierId", "buyerId", "startsOn", "endsOn", "state"])
    .where(visibleSupply(viewer, "agreement"))
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!agreement) throw new Missing();
  const newest = await trx
    .selectFrom("agreementVersion")
    .select(["number", "id", "writtenAt", "writtenByName"])
    .where("allianceId", "=", allianceId)
    .where("agreementId", "=", id)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return { ...agreement, newest };
}

type Amendment = {
  agreementId: string;
  /** the number of the version it was written from */
  basedOn: number;
  version: NewVersion;
  file?: NewFile | null;
};

/** A further version. Throws EditConflict where another was written since; what it says is read from there. */
export function amendAgreement(writer: Writer, amendment: Amendment, outer?: Trx) {
  const { agreementId, basedOn, version, file } = amendment;
  return inTransaction(async (trx) => {
    const agreement = await lockAgreement(writer.viewer, agreementId, trx);
    const { newest } = agreement;
    if (newest.id === version.id) return;
    if (agreement.state === "ended") throw new Refused("effectiveOn", "supply:error.ended");
    if (newest.number !== basedOn)
      throw new EditConflict(
        agreementId,
        newest.number,
        {},
        { name: newest.writtenByName, at: newest.writtenAt },
      );
    if (version.effectiveOn < agreement.startsOn || version.effectiveOn > agreement.endsOn)
      throw new Refused("effectiveOn", "supply:error.outsideTerm");
    const side = sideOf(writer.viewer, agreement);
    if (!side && !file) throw new Refused("picture", "supply:error.paper");
    const consents = side ? [side] : [...sides];
    const onPaper = isCoordinator(writer.viewer);
    await writeVersion(writer, { agreementId, number: basedOn + 1, consents, onPaper }, version, trx);
    if (file) await keepPaper(writer, agreementId, file, trx);
    const after = { effectiveOn: version.effectiveOn, reason: version.reason };
    await auditAgreement(writer, agreement, "agreement.amended", after, trx);
  }, outer);
}

/** The other side says yes to the newest version; the first one makes the agreement. The same again changes nothing. */
export function consentTo(
  writer: Writer,
  { agreementId, number }: { agreementId: string; number: number },
  outer?: Trx,
) {
  return inTransaction(async (trx) => {
    const agreement = await lockAgreement(writer.viewer, agreementId, trx);
    const side = sideOf(writer.viewer, agreement);
    if (!side) throw new Refused("number", "supply:error.notYours");
    if (agreement.state === "ended") throw new Refused("number", "supply:error.ended");
    if (agreement.newest.number !== number) throw new Refused("number", "supply:error.movedOn");
    const given = await trx
      .selectFrom("agreementConsent")
      .select("side")
      .where("allianceId", "=", writer.viewer.allianceId)
      .where("agreementId", "=", agreementId)
      .where("number", "=", number)
      .execute();
    if (given.some((one) => one.side === side)) return;
    await writeConsents(writer, { agreementId, number, consents: [side], onPaper: false }, trx);
    if (agreement.state === "proposed") {
      await setState(writer, agreementId, { state: "confirmed" }, trx);
      await tieParties(writer, agreement, trx);
    }
    await auditAgreement(writer, agreement, "agreement.confirmed", {}, trx);
  }, outer);
}

/** Ends an agreement on a day; what was agreed until then stays. */
export function endAgreement(
  writer: Writer,
  { agreementId, endedOn }: { agreementId: string; endedOn: string },
) {
  return inTransaction(async (trx) => {
    const agreement = await lockAgreement(writer.viewer, agreementId, trx);
    if (agreement.state === "ended") throw new Refused("endedOn", "supply:error.ended");
    if (endedOn < agreement.startsOn) throw new Refused("endedOn", "error.endBeforeStart");
    await setState(writer, agreementId, { state: "ended", endedOn }, trx);
    await auditAgreement(writer, agreement, "agreement.ended", { endedOn }, trx);
  });
}

const setState = (
  { viewer, now }: Writer,
  id: string,
  change: { state: "confirmed" } | { state: "ended"; endedOn: string },
  trx: Trx,
) =>
  trx
    .updateTable("agreement")
    .set({ ...change, updatedAt: now })
    .where("allianceId", "=", viewer.allianceId)
    .where("id", "=", id)
    .execute();
