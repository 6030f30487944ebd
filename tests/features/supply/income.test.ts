import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { IdTaken, Refused } from "#app/audit/errors.ts";
import { NotAllowed } from "#app/features/production/errors.ts";
import { listIncome, sumIncome } from "#app/features/supply/income/queries/income.server.ts";
import { insertIncome, reverseIncome } from "#app/features/supply/income/queries/write-income.server.ts";
import { makeAlliance, now } from "../../factories.ts";

test("income of a village and its households sums by year and kind, and is taken back once", async () => {
  const { viewers, organizations } = await makeAlliance(["village", "otherVillage"], { stocked: false });
  const { village, otherVillage } = organizations;
  const keeper = { viewer: viewers.village, now };
  const before = await sumIncome(keeper.viewer, village.id);
  const income = (amountFen: number, householdCode: string | null = null) => ({
    ...{ id: uuidv7(), organizationId: village.id, householdCode, kind: "rent" as const, amountFen },
    ...{ onDay: "2025-12-31", fromOrganizationId: null, note: null },
  });
  const [first, second] = village.households.map(({ code }) => code);
  const wrong = income(999, String(first));
  const rows = [income(10_000), income(2_001, String(first)), income(3_002, String(second)), wrong];
  await Promise.all([insertIncome(keeper, rows), insertIncome(keeper, rows)]);
  await expect(insertIncome(keeper, [{ ...wrong, amountFen: 1 }])).rejects.toThrow(IdTaken);
  const reversal = { id: uuidv7(), organizationId: village.id, reversesId: wrong.id, note: "记错" };
  await Promise.all([reverseIncome(keeper, reversal), reverseIncome(keeper, reversal)]);
  await expect(reverseIncome(keeper, { ...reversal, id: uuidv7() })).rejects.toThrow(Refused);
  const sums = await sumIncome(keeper.viewer, village.id);
  expect(sums).toHaveLength(before.length + 1);
  expect(sums.find(({ kind }) => kind === "rent")).toEqual({
    ...{ year: "2025", kind: "rent", villageFen: 10_000, householdsFen: 5_003, households: 2 },
  });
  const listed = await listIncome(keeper.viewer, { organizationId: village.id, year: "2025" });
  expect(listed).toHaveLength(5);
  // Another village's household, and another village's income, are none of its business.
  const foreign = income(1, String(otherVillage.households[0]?.code));
  await expect(insertIncome(keeper, [foreign])).rejects.toMatchObject({ field: "householdCode" });
  await expect(insertIncome(keeper, [{ ...income(1), organizationId: otherVillage.id }])).rejects.toThrow(
    NotAllowed,
  );
});
