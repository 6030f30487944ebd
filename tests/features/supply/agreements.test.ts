import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { EditConflict, IdTaken, Missing, Refused } from "#app/audit/errors.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import { database } from "#app/database.server.ts";
import {
  insertAdvances,
  listAdvances,
  reverseAdvance,
} from "#app/features/supply/queries/advances.server.ts";
import {
  amendAgreement,
  consentTo,
  endAgreement,
} from "#app/features/supply/queries/agreement-versions.server.ts";
import {
  findAgreement,
  listAgreements,
  listVersions,
} from "#app/features/supply/queries/agreements.server.ts";
import { signAgreements } from "#app/features/supply/queries/sign-agreements.server.ts";
import { makeAgreement, makeAlliance, now, today } from "../../factories.ts";

/** A village that sells to two enterprises, by agreements that the alliance registered. */
async function makeSupply() {
  const alliance = await makeAlliance(["village", "otherVillage", "enterprise", "otherEnterprise"], {
    stocked: false,
  });
  const { village, enterprise, otherEnterprise } = alliance.organizations;
  const [one, other] = [
    makeAgreement({ supplierId: village.id, buyerId: enterprise.id }, { priceFen: 2800 }),
    makeAgreement({ supplierId: village.id, buyerId: otherEnterprise.id }, { priceFen: 3100 }),
  ];
  await signAgreements(alliance.writer, [one, other]);
  const as = (viewer: Viewer) => ({ viewer, now });
  return { alliance, one, other, as, parties: { supplierId: village.id, buyerId: enterprise.id } };
}
const { version: terms } = makeAgreement({ supplierId: uuidv7(), buyerId: uuidv7() });
const amendment = (priceFen: number, effectiveOn = "2026-03-01") => ({
  ...{ ...terms, id: uuidv7(), priceFen, effectiveOn, reason: "市场价上涨" },
});
const all = { today, limit: 50 };
const codes = async (viewer: Viewer) => (await listAgreements(viewer, {}, all)).items.map(({ code }) => code);

describe("an agreement", () => {
  test("registered by the alliance from a signed paper is in force, ties the two, and comes once", async () => {
    const { alliance, one, as } = await makeSupply();
    await signAgreements(alliance.writer, [one]);
    const again = { ...one, version: { ...one.version, id: uuidv7() } };
    await expect(signAgreements(alliance.writer, [again])).rejects.toThrow(IdTaken);
    expect(await findAgreement(as(alliance.viewers.village).viewer, one.id, today)).toMatchObject({
      ...{ state: "confirmed", number: 1, priceFen: 2800, agreedG: 11_000_000 },
    });
    const tied = await database
      .selectFrom("partnership")
      .select(["aId", "bId"])
      .where("allianceId", "=", alliance.id)
      .execute();
    expect(tied).toHaveLength(2);
    const { file: _, ...unsigned } = makeAgreement({ supplierId: one.supplierId, buyerId: one.buyerId });
    await expect(signAgreements(alliance.writer, [unsigned])).rejects.toThrow("paper");
  });

  test("keeps the names it was signed by", async () => {
    const { alliance, one } = await makeSupply();
    const before = await findAgreement(alliance.viewers.village, one.id, today);
    await database
      .updateTable("legalEntity")
      .set({ name: "改名" })
      .where("organizationId", "=", one.supplierId)
      .execute();
    const after = await findAgreement(alliance.viewers.village, one.id, today);
    expect(after?.supplierEntity).toBe(before?.supplierEntity);
  });

  test("drafted by one side waits for the other, who alone can confirm it", async () => {
    const { alliance, parties, as } = await makeSupply();
    const { village, enterprise, otherEnterprise } = alliance.viewers;
    const draft = makeAgreement(parties);
    await expect(signAgreements(as(otherEnterprise), [draft])).rejects.toThrow("notYours");
    await signAgreements(as(village), [draft]);
    expect(await findAgreement(enterprise, draft.id, today)).toMatchObject({ state: "proposed" });
    const advance = { id: uuidv7(), agreementId: draft.id, kind: "fry", givenOn: today, count: 10 } as const;
    await expect(
      insertAdvances(as(enterprise), [{ ...advance, massG: null, amountFen: 100, note: null }]),
    ).rejects.toThrow("notConfirmed");
    await consentTo(as(village), { agreementId: draft.id, number: 1 });
    expect(await findAgreement(enterprise, draft.id, today)).toMatchObject({ state: "proposed" });
    await expect(consentTo(as(otherEnterprise), { agreementId: draft.id, number: 1 })).rejects.toThrow(
      Missing,
    );
    await consentTo(as(enterprise), { agreementId: draft.id, number: 1 });
    expect(await findAgreement(village, draft.id, today)).toMatchObject({ state: "confirmed" });
  });
});

describe("an amendment", () => {
  test("holds from its day on once both consented; what was agreed before stays to be read", async () => {
    const { alliance, one, as } = await makeSupply();
    const { village, enterprise } = alliance.viewers;
    await amendAgreement(as(enterprise), { agreementId: one.id, basedOn: 1, version: amendment(3000) });
    expect(await findAgreement(village, one.id, today)).toMatchObject({ number: 1, priceFen: 2800 });
    await consentTo(as(village), { agreementId: one.id, number: 2 });
    expect(await findAgreement(village, one.id, today)).toMatchObject({ number: 2, priceFen: 3000 });
    expect(await findAgreement(village, one.id, "2026-02-28")).toMatchObject({ number: 1, priceFen: 2800 });
    const versions = await listVersions(village, one.id);
    expect(versions.map(({ number, priceFen }) => [number, priceFen])).toEqual([
      [2, 3000],
      [1, 2800],
    ]);
    await expect(database.updateTable("agreementVersion").set({ priceFen: 1 }).execute()).rejects.toThrow(
      "permission denied",
    );
  });

  test("written from an old version conflicts; of two at once one is written", async () => {
    const { alliance, one, as } = await makeSupply();
    const { village, enterprise } = alliance.viewers;
    const both = await Promise.allSettled(
      [village, enterprise].map((viewer) =>
        amendAgreement(as(viewer), { agreementId: one.id, basedOn: 1, version: amendment(3000) }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const stale = { agreementId: one.id, basedOn: 1, version: amendment(2900) };
    await expect(amendAgreement(as(village), stale)).rejects.toThrow(EditConflict);
  });

  test("stays within the term, and none comes after the end", async () => {
    const { alliance, one, as } = await makeSupply();
    const village = as(alliance.viewers.village);
    const amend = (version: ReturnType<typeof amendment>) =>
      amendAgreement(village, { agreementId: one.id, basedOn: 1, version });
    await expect(amend(amendment(3000, "2027-01-01"))).rejects.toThrow("outsideTerm");
    await endAgreement(village, { agreementId: one.id, endedOn: "2026-03-14" });
    await expect(amend(amendment(3000))).rejects.toThrow("ended");
  });
});

describe("advances", () => {
  test("are taken back by a line of their own, once", async () => {
    const { alliance, one, as } = await makeSupply();
    const buyer = as(alliance.viewers.enterprise);
    const id = uuidv7();
    const given = { id, agreementId: one.id, kind: "feed", givenOn: "2026-03-01", count: null } as const;
    await insertAdvances(buyer, [{ ...given, massG: 500_000, amountFen: 350_000, note: null }]);
    await insertAdvances(buyer, [{ ...given, massG: 500_000, amountFen: 350_000, note: null }]);
    await expect(
      insertAdvances(buyer, [{ ...given, massG: 500_000, amountFen: 340_000, note: null }]),
    ).rejects.toThrow(IdTaken);
    const undo = { id: uuidv7(), agreementId: one.id, reversesId: id, note: "重复记了" };
    await reverseAdvance(buyer, undo);
    await reverseAdvance(buyer, undo);
    await expect(reverseAdvance(buyer, { ...undo, id: uuidv7() })).rejects.toThrow(Refused);
    await expect(reverseAdvance(buyer, { ...undo, id: uuidv7(), reversesId: undo.id })).rejects.toThrow(
      Refused,
    );
    const lines = await listAdvances(alliance.viewers.village, one.id);
    expect(lines.map(({ amountFen }) => amountFen).sort()).toEqual([-350_000, 350_000]);
  });
});

describe("who sees which agreement", () => {
  test("a party its own: two enterprises that buy from one village learn nothing of each other", async () => {
    const { alliance, one, other } = await makeSupply();
    const { village, enterprise, otherEnterprise, otherVillage } = alliance.viewers;
    expect((await codes(village)).sort()).toEqual(expect.arrayContaining([one.code, other.code].sort()));
    expect(await codes(enterprise)).not.toContain(other.code);
    expect(await codes(otherEnterprise)).toEqual([other.code]);
    expect(await codes(otherVillage)).toEqual([]);
    expect(await findAgreement(otherEnterprise, one.id, today)).toBeUndefined();
  });

  test("a town's officer those of the town's villages, an inspector all but the prices", async () => {
    const { alliance, one } = await makeSupply();
    const { town, otherTown, inspector } = alliance.viewers;
    expect(await codes(town)).toContain(one.code);
    expect(await codes(otherTown)).toEqual([]);
    expect(await findAgreement(inspector, one.id, today)).toMatchObject({ code: one.code, priceFen: null });
    const [version] = await listVersions(inspector, one.id);
    expect(version).toMatchObject({ priceFen: null, dividendPermille: null });
  });
});
