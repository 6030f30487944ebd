import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { IdTaken, Missing, Refused } from "#app/audit/errors.ts";
import { database } from "#app/database.server.ts";
import { NotAllowed } from "#app/features/production/errors.ts";
import { answerSettlement } from "#app/features/supply/settlement/queries/answer-settlement.server.ts";
import { insertPayment, reversePayment } from "#app/features/supply/settlement/queries/payments.server.ts";
import {
  findSettlement,
  listSettlementLines,
  listSettlements,
} from "#app/features/supply/settlement/queries/settlements.server.ts";
import { sumOwed } from "#app/features/supply/settlement/queries/sum-owed.server.ts";
import { insertSettlement } from "#app/features/supply/settlement/queries/write-settlement.server.ts";
import { noFacts } from "#app/features/supply/settlement/reckon.ts";
import { settle } from "#app/features/supply/settlement/settle.ts";
import { checks } from "#db/checks.server.ts";
import { makeDeliveries, rowOf } from "./deliveries.ts";

const today = "2026-03-15";
const refusal = (key: string) => new RegExp(`settlement:error\\.${key}`);
type Deliveries = Awaited<ReturnType<typeof makeDeliveries>>;
const standingOn = async ({ buyer }: Deliveries, id: string, on = today) =>
  (await findSettlement(buyer.viewer, id, on))?.standing;
const statements = (agreementId: string) =>
  database.selectFrom("settlement").select("id").where("agreementId", "=", agreementId).execute();

/** Works every stored statement out again from the receipts, advances and terms, with what was typed into it. */
async function recompute({ alliance: { id: allianceId }, agreementId }: Deliveries) {
  const rows = await database
    .selectFrom("settlement")
    .selectAll()
    .where("agreementId", "=", agreementId)
    .execute();
  const events = await database
    .selectFrom("event")
    .select(["id", "massG", "occurredAt", sql<number>`coalesce((details->>'deadG')::int, 0)`.as("deadG")])
    .where("allianceId", "=", allianceId)
    .where("kind", "=", "receipt")
    .execute();
  const advances = await database
    .selectFrom("advance")
    .select(["id", "kind", "givenOn", "amountFen"])
    .where("allianceId", "=", allianceId)
    .execute();
  for (const row of rows) {
    const versions = await database
      .selectFrom("agreementVersion")
      .selectAll()
      .where("agreementId", "=", row.agreementId)
      .execute();
    const lines = await database
      .selectFrom("settlementLine")
      .selectAll()
      .where("settlementId", "=", row.id)
      .orderBy("seq")
      .execute();
    const disputed = (text: string | null) => text ?? undefined;
    const again = settle({
      versions,
      deliveries: lines
        .filter(({ kind }) => kind === "fish")
        .map((line) => {
          const event = events.find(({ id }) => id === line.sourceId);
          if (!event) throw new Error("a line without its receipt");
          return {
            ...{ id: event.id, on: event.occurredAt.toISOString().slice(0, 10), acceptedG: event.massG ?? 0 },
            ...{ deadG: event.deadG, marketFen: line.marketFen, costFen: line.costFen },
            isRewarded: lines.some(({ kind, sourceId }) => kind === "reward" && sourceId === event.id),
            disputed: disputed(line.disputed),
          };
        }),
      given: lines.flatMap((line) =>
        advances
          .filter(({ id }) => id === line.sourceId)
          .map(({ givenOn: on, ...one }) => ({ ...one, on, disputed: disputed(line.disputed) })),
      ),
      deductions: lines
        .filter(({ kind }) => kind === "deduction")
        .map(({ sourceId, onDay, amountFen, reason }) => ({
          ...{ id: String(sourceId), on: String(onDay), amountFen: -amountFen, reason: String(reason) },
        })),
      carriedFen: row.carriedFen,
      beforeFen: row.beforeFen,
    });
    expect(lines.map(({ amountFen }) => amountFen)).toEqual(again.lines.map(({ amountFen }) => amountFen));
    const { totalFen, payableFen, disputedFen, carriedFen: carriedOverFen } = again;
    expect(row).toMatchObject({ totalFen, payableFen, carriedOverFen, disputedFen });
  }
  for (const { name, sql: query } of checks.filter((one) => /^(settlement|payment)_/.test(one.name))) {
    const { rows: broken } = await sql`select * from (${sql.raw(query)}) as broken
      where alliance_id = ${allianceId}`.execute(database);
    expect([name, broken]).toEqual([name, []]);
  }
  return rows.length;
}

describe("a statement", () => {
  test("gathers what was received and given, goes over below zero, and can be worked out again", async () => {
    const of = await makeDeliveries();
    await of.advance("2026-02-03", 500_000);
    await of.deliver("2026-02-10", 100);
    const first = await of.state();
    // 100 kg × 28.00 − 5,000.00; the water of 3 % is the factory's own.
    const row = await rowOf(first.id);
    expect(row).toMatchObject({ payableFen: 0, number: 1 });
    expect(row.totalFen).toBe(row.carriedOverFen);
    expect(row.totalFen).toBe(97 * 2800 - 500_000);
    const late = await of.deliver("2026-02-20", 50, 2);
    await of.deliver("2026-03-05", 200);
    const deduction = { id: uuidv7(), on: "2026-03-05", amountFen: 1250, reason: "包装" };
    const second = await of.state(
      { fromOn: "2026-03-01", toOn: "2026-03-14" },
      { ...noFacts, deductions: [deduction] },
    );
    const lines = await listSettlementLines(of.buyer.viewer, second.id);
    expect(lines.map(({ kind }) => kind)).toEqual(["carried", "fish", "fish", "deduction"]);
    // Came into the book late: it is settled with the next.
    expect(lines.find(({ kind }) => kind === "fish")?.sourceId).toBe(late);
    expect((await rowOf(second.id)).carriedFen).toBe(row.carriedOverFen);
    expect(await recompute(of)).toBe(2);
  });

  test("written twice is written once; another under its id is refused", async () => {
    const of = await makeDeliveries();
    await of.deliver("2026-02-10", 100);
    const one = await of.drafted();
    await Promise.all([insertSettlement(of.buyer, one), insertSettlement(of.buyer, one)]);
    await insertSettlement(of.buyer, one);
    expect(await statements(of.agreementId)).toHaveLength(1);
    await expect(insertSettlement(of.buyer, { ...one, toOn: "2026-02-27" })).rejects.toThrow(IdTaken);
  });

  test("of one time is written by one of two; no receipt stands on both", async () => {
    const of = await makeDeliveries();
    await of.deliver("2026-02-10", 100);
    const mine = await of.drafted();
    const theirs = await of.drafted({ fromOn: "2026-02-05", toOn: "2026-03-10" });
    const answers = await Promise.allSettled([
      insertSettlement(of.buyer, mine),
      insertSettlement(of.supplier, theirs),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(of.drafted({ fromOn: "2026-02-28", toOn: "2026-03-14" })).rejects.toThrow(
      refusal("overlap"),
    );
    expect(await recompute(of)).toBe(1);
    // A period of its own, and the fish are settled: there is nothing more.
    const next = { fromOn: "2026-03-11", toOn: "2026-03-14" };
    await expect(of.state(next)).rejects.toThrow(refusal("nothing"));
  });

  test("is not written where something came in since it was shown", async () => {
    const of = await makeDeliveries();
    await of.deliver("2026-02-10", 100);
    const shown = await of.drafted();
    await of.deliver("2026-02-11", 100);
    await expect(insertSettlement(of.buyer, shown)).rejects.toThrow(refusal("movedOn"));
    const soon = { ...(await of.drafted()), silenceConfirmsOn: "2026-03-16" };
    await expect(insertSettlement(of.buyer, soon)).rejects.toThrow(refusal("tooSoon"));
  });

  test("at cost asks for the cost at its receipt", async () => {
    const of = await makeDeliveries({ priceKind: "cost_plus", priceFen: 300 });
    const id = await of.deliver("2026-02-10", 100);
    await expect(of.drafted()).rejects.toMatchObject({ field: "receipts[0].costFen" });
    const receipt = { id, marketFen: null, costFen: 1862, isRewarded: false, disputed: null };
    const { seenFen } = await of.state({}, { ...noFacts, receipts: [receipt] });
    expect(seenFen).toBe(97 * 2162);
    expect(await recompute(of)).toBe(1);
  });
});

describe("an answer", () => {
  test("is needed of both; silence confirms on its day, and not before", async () => {
    const of = await makeDeliveries();
    await of.deliver("2026-02-10", 100);
    const { id, silenceConfirmsOn } = await of.state();
    expect(await standingOn(of, id)).toBe("waits");
    expect(await standingOn(of, id, "2026-03-29")).toBe("waits");
    expect(await standingOn(of, id, silenceConfirmsOn)).toBe("silent");
    const tooLate = { viewer: of.supplier.viewer, now: new Date("2026-03-30T01:00:00Z") };
    const dispute = { id: uuidv7(), settlementId: id, answer: "disputed", seq: 1, reason: "秤不准" } as const;
    await expect(answerSettlement(tooLate, dispute)).rejects.toThrow(refusal("silent"));
    await answerSettlement(of.supplier, { id: uuidv7(), settlementId: id, answer: "confirmed" });
    expect(await standingOn(of, id)).toBe("confirmed");
    await expect(answerSettlement(of.supplier, dispute)).rejects.toThrow(refusal("confirmed"));
  });

  test("that disputes a line leads to a correction with the line outside its sum, and into the next", async () => {
    const of = await makeDeliveries();
    const good = await of.deliver("2026-02-10", 100);
    const doubted = await of.deliver("2026-02-12", 10);
    const first = await of.state();
    const dispute = {
      id: uuidv7(),
      settlementId: first.id,
      answer: "disputed",
      seq: 2,
      reason: "秤不准",
    } as const;
    await answerSettlement(of.supplier, dispute);
    await answerSettlement(of.supplier, dispute);
    expect(await standingOn(of, first.id, "2026-04-30")).toBe("disputed");
    const next = { fromOn: "2026-03-01", toOn: "2026-03-14" };
    await expect(of.drafted(next)).rejects.toThrow(refusal("lastDisputed"));
    const receipt = { id: doubted, marketFen: null, costFen: null, isRewarded: false, disputed: "秤不准" };
    const facts = { ...noFacts, receipts: [receipt] };
    const second = await of.state({ correctsId: first.id }, facts);
    expect(await standingOn(of, first.id)).toBe("corrected");
    // The fish in dispute were 9.7 kg; the first statement said they are to be paid.
    expect(await rowOf(second.id)).toMatchObject({ totalFen: -9700 * 2.8, disputedFen: 9700 * 2.8 });
    await expect(of.drafted({ correctsId: first.id })).rejects.toThrow(refusal("notLast"));
    const third = await of.state(next);
    const lines = await listSettlementLines(of.buyer.viewer, third.id);
    expect(lines.map(({ sourceId }) => sourceId)).toEqual([null, doubted]);
    expect((await rowOf(third.id)).totalFen).toBe(0);
    expect(lines.some(({ sourceId }) => sourceId === good)).toBe(false);
    expect(await recompute(of)).toBe(3);
  });

  test("of somebody who has no part in it is none, and an inspector finds no statement", async () => {
    const of = await makeDeliveries();
    await of.deliver("2026-02-10", 100);
    const { id } = await of.state();
    const answer = { id: uuidv7(), settlementId: id, answer: "confirmed" } as const;
    const { otherEnterprise, coordinator, inspector } = of.alliance.viewers;
    const at = of.buyer.now;
    await expect(answerSettlement({ viewer: otherEnterprise, now: at }, answer)).rejects.toThrow(Missing);
    await expect(answerSettlement({ viewer: coordinator, now: at }, answer)).rejects.toThrow(NotAllowed);
    for (const viewer of [otherEnterprise, inspector]) {
      expect(await findSettlement(viewer, id, today)).toBeUndefined();
      expect((await listSettlements(viewer, {}, { today, limit: 10 })).items).toEqual([]);
    }
    const filter = { agreement: of.agreementId };
    expect((await listSettlements(coordinator, filter, { today, limit: 10 })).items).toHaveLength(1);
  });
});

describe("a payment", () => {
  test("beyond the sum is refused, also of two at once; a reversal makes room again", async () => {
    const of = await makeDeliveries();
    await of.deliver("2026-02-10", 100);
    const { id, seenFen } = await of.state();
    const payment = (amountFen: number) => ({
      ...{ id: uuidv7(), settlementId: id, paidOn: today, amountFen, note: null },
    });
    await expect(insertPayment(of.buyer, payment(seenFen + 1))).rejects.toThrow(Refused);
    await expect(insertPayment(of.supplier, payment(1))).rejects.toThrow(NotAllowed);
    const half = payment(Math.ceil(seenFen * 0.6));
    const answers = await Promise.allSettled([
      insertPayment(of.buyer, half),
      insertPayment(of.buyer, half),
      insertPayment(of.buyer, payment(Math.ceil(seenFen * 0.6) + 1)),
    ]);
    expect(answers.filter(({ status }) => status === "rejected")).toHaveLength(1);
    const [kept] = await database.selectFrom("payment").selectAll().where("settlementId", "=", id).execute();
    const reversal = { id: uuidv7(), settlementId: id, reversesId: String(kept?.id), note: "记错" };
    await Promise.all([reversePayment(of.buyer, reversal), reversePayment(of.buyer, reversal)]);
    await expect(reversePayment(of.buyer, { ...reversal, id: uuidv7() })).rejects.toThrow(/reversal/);
    await insertPayment(of.buyer, payment(seenFen));
    await answerSettlement(of.supplier, { id: uuidv7(), settlementId: id, answer: "confirmed" });
    expect(await standingOn(of, id)).toBe("paid");
    expect(await recompute(of)).toBe(1);
  });
});

test("what is owed is told to both sides, and to nobody else", async () => {
  const of = await makeDeliveries();
  await of.deliver("2026-02-10", 100);
  await of.advance("2026-03-05", 40_000);
  const { id, seenFen } = await of.state();
  await insertPayment(of.buyer, {
    id: uuidv7(),
    settlementId: id,
    paidOn: today,
    amountFen: 1000,
    note: null,
  });
  // Between the two stands also the agreement of the factory, with an advance.
  const owed = async (viewer: typeof of.buyer.viewer) => await sumOwed(viewer, today);
  const [village] = await owed(of.supplier.viewer);
  expect(village).toMatchObject({ side: "supplier", openFen: seenFen - 1000, waiting: 2 });
  const [enterprise] = await owed(of.buyer.viewer);
  expect(enterprise).toMatchObject({ side: "buyer", openFen: seenFen - 1000, debtFen: village?.debtFen });
  const before = village?.debtFen ?? 0;
  await of.state({ fromOn: "2026-03-01", toOn: "2026-03-14" });
  // Netted, it is carried over: still owed.
  expect((await owed(of.supplier.viewer))[0]?.debtFen).toBe(before);
  expect(await owed(of.alliance.viewers.otherEnterprise)).toEqual([]);
});
