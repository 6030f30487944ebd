import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { passwordMatches } from "#app/auth/password.server.ts";
import { makeSample, removeSample } from "#app/sample/play.server.ts";
import { connect } from "#db/connection.server.ts";
import { asOf, planOn } from "./plan.ts";

const appUrl = process.env.DATABASE_URL as string;
const ownerUrl = process.env.DATABASE_OWNER_URL as string;
const db = connect(appUrl, { max: 2 });
const plan = planOn(asOf, "played");
const allianceId = plan.alliance.id;

/** A whole sample is made, and made again. */
vi.setConfig({ testTimeout: 300_000 });
beforeAll(() => makeSample({ appUrl, asOf, seed: "played" }), 300_000);
afterAll(async () => {
  await removeSample(ownerUrl);
  await db.destroy();
});

const count = async (table: string) => {
  const rows = await sql<{
    n: number;
  }>`select count(*) as n from ${sql.table(table)} where alliance_id = ${allianceId}`.execute(db);
  return rows.rows[0]?.n;
};

test("every planned row is in the database, members and their sites in figures", async () => {
  const expected = {
    organization: plan.organizations.length,
    legal_entity: plan.legalEntities.length,
    party_class: plan.partyClasses.length,
    membership: plan.memberships.length,
    contact: plan.contacts.length,
    household: plan.households.length,
    partnership: plan.partnerships.length,
    site: plan.sites.length,
    site_status: plan.sites.flatMap(({ statuses }) => statuses).length,
    permit: plan.permits.length,
    inspection: plan.inspections.length,
    hazard: plan.inspections.flatMap(({ hazards }) => hazards).length,
    hazard_step: plan.inspections.flatMap(({ hazards }) => hazards).length + plan.hazardSteps.length,
    account: 7,
  };
  const stored = Object.fromEntries(
    await Promise.all(Object.keys(expected).map(async (table) => [table, await count(table)] as const)),
  );
  expect(stored).toEqual(expected);
});

test("5,300 to 5,400 mu in force; the sums kept per town and kind are those of the sites", async () => {
  const { rows } = await sql<{ kind: string; sites: number; areaM2: number; kept: number; keptM2: number }>`
    select s.kind, s.sites, s.area_m2, t.kept, t.kept_m2
    from (select kind, count(*) as sites, coalesce(sum(area_m2), 0) as area_m2 from site
          where alliance_id = ${allianceId} and status <> 'ended' group by kind) s
    join (select kind, sum(sites) as kept, sum(area_m2) as kept_m2 from site_total
          where alliance_id = ${allianceId} group by kind) t using (kind)`.execute(db);
  expect(rows.length).toBe(10);
  for (const row of rows) {
    expect(row.kept).toBe(row.sites);
    expect(row.keptM2).toBeCloseTo(row.areaM2, 2);
  }
  expect(rows.find(({ kind }) => kind === "pond")?.sites).toBe(260);
  const mu = ((rows.find(({ kind }) => kind === "water_area")?.areaM2 ?? 0) * 15) / 10_000;
  expect(mu).toBeGreaterThanOrEqual(5_300);
  expect(mu).toBeLessThanOrEqual(5_400);
});

test("the sample accounts have the password that the start prints", async () => {
  const accounts = await db.selectFrom("account").selectAll().where("allianceId", "=", allianceId).execute();
  expect(accounts.map(({ login }) => login).sort()).toEqual([
    "coordinator",
    "enterprise.hanshui",
    "enterprise.yongfeng",
    "inspector",
    "town.jianchi",
    "village.junba",
    "village.xinhua",
  ]);
  for (const { passwordHash } of accounts)
    expect(await passwordMatches(passwordHash, "yulian-sample")).toBe(true);
});

test("a voided mistake, a late record that waits, and one a town wrote for somebody, only at 示例 organizations", async () => {
  const { rows } = await sql<{ what: string; operator: string }>`
    select what, o.name as operator from (
      select alliance_id, site_id, 'voided' as what from event where kind = 'void'
      union all select alliance_id, site_id, 'pending ' || reason from pending_event where settled_at is null
      union all select alliance_id, site_id, 'on behalf' from event where on_behalf
    ) slip
    join site s on s.alliance_id = slip.alliance_id and s.id = slip.site_id
    join organization o on o.alliance_id = s.alliance_id and o.id = s.operator_id
    where slip.alliance_id = ${allianceId} order by what`.execute(db);
  expect(rows.map(({ what }) => what)).toEqual(["on behalf", "pending short", "voided"]);
  expect(rows.filter(({ operator }) => !operator.startsWith("示例"))).toEqual([]);
});

test("agreements, advances and lorries are there, each as its people left it", async () => {
  const { agreements, advances, lorries } = plan.supply;
  const stored = await Promise.all(["agreement", "advance", "shipment"].map(count));
  expect(stored).toEqual([agreements.length, advances.length, lorries.length]);
  expect(agreements.length).toBeGreaterThan(25);
  const { rows } = await sql<{ state: string; n: number }>`
    select state, count(*)::int as n from shipment where alliance_id = ${allianceId} group by state`.execute(
    db,
  );
  const states = new Map(rows.map(({ state, n }) => [state, n]));
  for (const state of ["planned", "dispatched", "received"])
    expect(states.get(state) ?? 0, state).toBeGreaterThan(1);
});

test("statements are paid, wait and are disputed; what is disputed or carried over is of organizations that nobody has", async () => {
  const { rows } = await sql<{
    code: string;
    names: string[];
    disputed: boolean;
    carried: boolean;
    paid: boolean;
  }>`
    select s.code, array[supplier.name, buyer.name] as names, s.carried_over_fen < 0 as carried,
      exists (select from settlement_answer r where r.alliance_id = s.alliance_id and r.settlement_id = s.id
        and r.answer = 'disputed') as disputed,
      exists (select from payment p where p.alliance_id = s.alliance_id and p.settlement_id = s.id) as paid
    from settlement s
    join agreement a on a.alliance_id = s.alliance_id and a.id = s.agreement_id
    join organization supplier on supplier.alliance_id = a.alliance_id and supplier.id = a.supplier_id
    join organization buyer on buyer.alliance_id = a.alliance_id and buyer.id = a.buyer_id
    where s.alliance_id = ${allianceId}`.execute(db);
  expect(rows).toHaveLength(plan.settlements.length);
  for (const kind of ["disputed", "carried", "paid"] as const)
    expect(rows.filter((row) => row[kind]).length, kind).toBeGreaterThan(0);
  expect(rows.some(({ disputed, carried, paid }) => !disputed && !carried && !paid)).toBe(true);
  for (const { names } of rows.filter(({ disputed, carried }) => disputed || carried))
    for (const name of names) expect(name).toMatch(/^示例/);
});

test("debts and returned fish are only those of organizations that nobody has", async () => {
  const example = new Set(
    plan.organizations.flatMap(({ id, name }) => (name.startsWith("示例") ? [id] : [])),
  );
  const { agreements, advances, lorries } = plan.supply;
  const parties = new Map(agreements.map(({ id, supplierId, buyerId }) => [id, [supplierId, buyerId]]));
  for (const { agreementId } of advances)
    for (const party of parties.get(agreementId) ?? []) expect(example).toContain(party);
  const returned = lorries.filter(({ receipt }) => receipt?.lines.some(({ returnedG }) => returnedG));
  expect(returned.length).toBeGreaterThan(0);
  for (const { shipment } of returned)
    for (const party of [shipment.supplierId, shipment.buyerId]) expect(example).toContain(party);
});

test("a sample that can't be made leaves nothing behind", async () => {
  await expect(makeSample({ appUrl, asOf, seed: "second" })).rejects.toThrow();
  const { id } = planOn(asOf, "second").alliance;
  expect(await db.selectFrom("alliance").where("id", "=", id).selectAll().execute()).toEqual([]);
});

test("removing takes the sample and nothing else, and the audit log stays append-only", async () => {
  const real = {
    id: uuidv7(),
    countyCode: "610921",
    countyName: "汉阴县",
    name: "真实联盟",
    createdAt: new Date(),
  };
  const entry = {
    allianceId: real.id,
    id: uuidv7(),
    at: new Date(),
    accountName: "a",
    accountRole: "coordinator",
    action: "site.added",
    subjectKind: "site",
    subjectId: uuidv7(),
    subjectLabel: "a",
  };
  await db.insertInto("alliance").values(real).execute();
  await db.insertInto("auditLog").values(entry).execute();
  await removeSample(ownerUrl);
  for (const table of ["organization", "site", "household", "account", "audit_log"])
    expect(await count(table)).toBe(0);
  expect(await db.selectFrom("alliance").select("id").where("sampleAsOf", "is not", null).execute()).toEqual(
    [],
  );
  expect(
    await db.selectFrom("auditLog").select("id").where("allianceId", "=", real.id).execute(),
  ).toHaveLength(1);

  const owner = connect(ownerUrl, { max: 1 });
  await expect(owner.deleteFrom("auditLog").where("id", "=", entry.id).execute()).rejects.toThrow(
    "append-only",
  );
  await owner.destroy();
});
