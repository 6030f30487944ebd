import { v7 as uuidv7 } from "uuid";
import { program } from "#app/audit/write.server.ts";
import { hashPassword } from "#app/auth/password.server.ts";
import type { Role, Viewer, Writer } from "#app/auth/viewer.ts";
import { database } from "#app/database.server.ts";
import { insertImport } from "#app/features/exchange/queries/imports.server.ts";
import { insertContacts } from "#app/features/members/queries/contacts.server.ts";
import { insertHouseholds } from "#app/features/members/queries/households.server.ts";
import { insertLegalEntities, setPartyClasses } from "#app/features/members/queries/identity.server.ts";
import { insertMemberships } from "#app/features/members/queries/memberships.server.ts";
import { insertPartnerships } from "#app/features/members/queries/partnerships.server.ts";
import { insertOrganizations } from "#app/features/members/queries/write-organizations.server.ts";
import { householdFields, organizationFields } from "#app/features/members/schema.ts";
import type { EventInput } from "#app/features/production/events/registry.ts";
import { eventBody } from "#app/features/production/events/registry.ts";
import { recordEvents } from "#app/features/production/queries/record-events.server.ts";
import { insertPurchases } from "#app/features/production/treatments/queries/purchases.server.ts";
import { recordTest } from "#app/features/production/treatments/queries/record-test.server.ts";
import { type Measures, quantityNames, switches } from "#app/features/production/water/quantities.ts";
import { listAlarms } from "#app/features/production/water/queries/alarms.server.ts";
import { makeDevice } from "#app/features/production/water/queries/devices.server.ts";
import { recordReadings } from "#app/features/production/water/queries/record-readings.server.ts";
import { acknowledgeAlarm } from "#app/features/production/water/queries/settle-alarms.server.ts";
import {
  type NewInspection,
  recordInspections,
} from "#app/features/safety/queries/write-inspections.server.ts";
import { stageOfKind } from "#app/features/sites/kinds.ts";
import { insertPermits } from "#app/features/sites/queries/permits.server.ts";
import { insertSites } from "#app/features/sites/queries/write-sites.server.ts";
import { permitFields, siteFields } from "#app/features/sites/schema.ts";
import type { Parties } from "#app/features/supply/access.ts";
import { insertIncome } from "#app/features/supply/income/queries/write-income.server.ts";
import { spreadMonths } from "#app/features/supply/months.ts";
import { insertAdvances } from "#app/features/supply/queries/advances.server.ts";
import { type NewAgreement, signAgreements } from "#app/features/supply/queries/sign-agreements.server.ts";
import { insertSettlement } from "#app/features/supply/settlement/queries/write-settlement.server.ts";
import { noFacts } from "#app/features/supply/settlement/reckon.ts";
import { planShipments } from "#app/features/supply/shipments/queries/plan-shipments.server.ts";

export const password = "yulian-test";
/** Argon2 is slow on purpose: once for all accounts of a worker. */
const passwordHash = hashPassword(password);

export const now = new Date("2026-03-15T02:00:00Z");
export const today = "2026-03-15";
export const townA = "610921101";
export const townB = "610921102";

/** Nobody else's: a name found in an answer came from the row it was put into. */
export const unique = () => `q${uuidv7().slice(-10)}`;
/** A number of seven digits, likewise. */
export const uniqueNumber = () => 1_000_000 + Math.floor(Math.random() * 8_999_999);

const plans = {
  village: { kind: "village", townCode: townA, siteKind: "pond", lng: 108.59, lat: 32.858 },
  neighbour: { kind: "village", townCode: townA, siteKind: "pond", lng: 108.6, lat: 32.86 },
  otherVillage: { kind: "village", townCode: townB, siteKind: "water_area", lng: 108.645, lat: 32.835 },
  enterprise: { kind: "enterprise", townCode: townA, siteKind: "plant", lng: 108.58, lat: 32.85 },
  otherEnterprise: { kind: "enterprise", townCode: townB, siteKind: "hatchery", lng: 108.65, lat: 32.83 },
  group: { kind: "group", townCode: null, siteKind: undefined, lng: null, lat: null },
} as const;
export type Party = keyof typeof plans;
export type Alliance = Awaited<ReturnType<typeof makeAlliance>>;
export type Organization = Awaited<ReturnType<typeof addOrganization>>;

/** An alliance of one's own, with an account for every role and, unless told otherwise, every organization. */
export async function makeAlliance(parties = Object.keys(plans) as Party[], { stocked = true } = {}) {
  const id = uuidv7();
  const alliance = {
    id,
    countyCode: "610921",
    countyName: "汉阴县",
    name: `联盟${unique()}`,
    createdAt: now,
  };
  await database.insertInto("alliance").values(alliance).execute();
  const writer = program(id, now);
  const organizations = {} as Record<Party, Organization>;
  for (const party of parties) organizations[party] = await addOrganization(writer, party, { stocked });
  const { village, enterprise } = organizations;
  const partnership =
    village && enterprise ? await addPartnership(writer, village.id, enterprise.id) : undefined;
  if (village && enterprise) await addAgreement(writer, village, enterprise);
  const account = (party: Party) => organizations[party]?.account as Account;
  const viewers = {
    coordinator: await addAccount(id, { role: "coordinator" }),
    town: await addAccount(id, { role: "town", townCode: townA }),
    otherTown: await addAccount(id, { role: "town", townCode: townB }),
    inspector: await addAccount(id, { role: "inspector" }),
    village: account("village"),
    otherVillage: account("otherVillage"),
    enterprise: account("enterprise"),
    otherEnterprise: account("otherEnterprise"),
  };
  return { ...alliance, writer, organizations, partnership, viewers };
}

type Account = Awaited<ReturnType<typeof addAccount>>;
type Place = { role: Role; townCode?: string; organizationId?: string };

export async function addAccount(allianceId: string, place: Place, mustChangePassword = false) {
  const account = { id: uuidv7(), login: unique(), name: `账号${unique()}` };
  await database
    .insertInto("account")
    .values({
      ...place,
      ...account,
      allianceId,
      mustChangePassword,
      passwordHash: await passwordHash,
      createdAt: now,
      updatedAt: now,
    })
    .execute();
  const viewer = { ...place, allianceId, userId: account.id, name: account.name } as Viewer;
  return { ...viewer, login: account.login };
}

export function addPartnership(writer: Writer, aId: string, bId: string, term: { toOn?: string } = {}) {
  const partnership = {
    id: uuidv7(),
    aId,
    bId,
    kind: "village_enterprise" as const,
    fromOn: "2025-01-01",
    ...term,
  };
  return insertPartnerships(writer, [partnership]).then(() => partnership);
}

let villages = 0;

/** An organization with a site, households, contacts, permits; every text in it is findable, see `marks`. */
export async function addOrganization(writer: Writer, party: Party, { stocked = true } = {}) {
  const { kind, townCode, siteKind, lng, lat } = plans[party];
  const id = uuidv7();
  const villageCode = kind === "village" ? String(610921_900000 + (villages++ % 99_999)) : null;
  const fields = organizationFields.parse({
    kind,
    villageCode,
    townCode,
    lng,
    lat,
    code: unique(),
    name: `组织${unique()}`,
    identityCode: unique(),
    stages: ["farming"],
    flags: kind === "village" ? ["green_village"] : [],
    address: `地址${unique()}`,
    note: `备注${unique()}`,
  });
  await insertOrganizations(writer, [{ id, ...fields }]);
  const entity = {
    name: `法人${unique()}`,
    creditCode: null,
    representative: `代表${unique()}`,
    fromOn: null,
  };
  await insertLegalEntities(writer, [{ id: uuidv7(), organizationId: id, ...entity }]);
  if (kind === "village") {
    await setPartyClasses(writer, [{ organizationId: id, year: 2025, class: 2 }]);
    const joining = { id: uuidv7(), organizationId: id, organizationName: fields.name };
    await insertMemberships(writer, [{ ...joining, joinedOn: "2024-05-01" }]);
  }
  const contact = (role: "liaison" | "keeper") => ({
    id: uuidv7(),
    organizationId: id,
    role,
    name: `李${unique()}`,
    phone: phone(),
    fromOn: null,
  });
  const contacts = [contact("liaison"), contact("keeper")] as const;
  await insertContacts(writer, [...contacts]);
  const households = kind === "village" ? [household(id), household(id)] : [];
  await insertHouseholds(writer, households);
  const sites =
    siteKind && townCode ? [makeSite({ kind: siteKind, townCode, organizationId: id, lng, lat })] : [];
  await insertSites(writer, sites);
  const lots = stocked ? await stock(writer, sites) : [];
  const permits = [
    ...sites.map((site) => makePermit({ siteId: site.id, organizationId: null })),
    makePermit({ siteId: null, organizationId: id }),
  ];
  await insertPermits(writer, permits);
  const inspections = sites.map((site) => makeInspection({ siteId: site.id }));
  await recordInspections(writer, inspections);
  const hazards = inspections.flatMap((one) => one.hazards.map((hazard) => ({ ...hazard, of: one.id })));
  const waters = await Promise.all(sites.map((site) => addWater(writer, site)));
  const role = kind === "group" ? undefined : kind;
  const account = role && (await addAccount(writer.viewer.allianceId, { role, organizationId: id }));
  const sheet = { headings: [unique()], rows: [], otherSheets: [unique()] };
  const preview = { rows: [], counts: {}, skipped: 0, acts: 0, fingerprint: unique() };
  const upload = { kind: "sites" as const, fileName: `${unique()}.csv`, sheet, preview };
  const importId = account && (await insertImport({ viewer: account, now: writer.now }, upload as never));
  const [liaison, keeper] = contacts;
  const withheld = undefined as Withheld | undefined;
  const agreement = undefined as { id: string; fileId: string } | undefined;
  const shipmentId = undefined as string | undefined;
  const settlementId = undefined as string | undefined;
  const income = await addIncome(writer, { id, kind, households });
  const marks = {
    /** what happens to its fish, see `addWithheld` */
    production: [] as string[],
    /** what it agreed, and at which price, see `addAgreement` */
    supply: [] as string[],
    prices: [] as string[],
    /** who it is */
    known: [id, fields.code, fields.name, fields.address, entity.name, fields.identityCode],
    sites: sites.flatMap((site) => [site.id, site.code, site.name, String(site.volumeM3)]),
    households: households.flatMap(({ headName, phone, note }) => [headName, phone, note]),
    householdIds: households.flatMap((one) => [one.id, one.code]),
    liaison: [liaison.name, liaison.phone],
    keeper: [keeper.name, keeper.phone],
    /** what is its own concern */
    internal: [fields.note, entity.representative, ...sites.map(({ note }) => note)],
    lots: lots.flatMap(({ lotId, count, supplier }) => [lotId, String(count), supplier]),
    permits: permits.flatMap(({ id, number, picture }) => [id, number, picture.name]),
    safety: inspections.flatMap(({ id, inspectors, note, hazards }) => [
      id,
      inspectors,
      note,
      ...hazards.flatMap(({ id, description, responsible, picture }) => [
        id,
        description,
        responsible,
        picture?.name ?? null,
      ]),
    ]),
    income,
    water: waters.flatMap(({ device, alarm }) => [device.name, alarm.id, alarm.note]),
    account: account ? [account.userId, account.login, account.name] : [],
    upload: importId ? [importId, upload.fileName, ...sheet.headings, ...sheet.otherSheets] : [],
  };
  return {
    id,
    ...fields,
    townCode,
    account,
    importId,
    contacts,
    households,
    sites,
    lots,
    waters,
    permits,
    inspections,
    hazards,
    marks,
    withheld,
    agreement,
    shipmentId,
    settlementId,
  };
}

/** Fish in every water, bought from somebody found nowhere else. */
async function stock(writer: Writer, sites: ReturnType<typeof makeSite>[]) {
  const lots = sites
    .filter(({ kind }) => kind !== "plant")
    .map(({ id, code }) => ({
      id: uuidv7(),
      kind: "buy" as const,
      form: "farmed" as const,
      siteId: id,
      lotId: uuidv7(),
      /** of the lot, by its site and day */
      code: `${code}-260310`,
      species: "largemouth_bass",
      count: uniqueNumber(),
      meanG: 0.02,
      supplier: `苗场${unique()}`,
      occurredAt: "2026-03-10T01:00:00Z",
      accept: ["certificateMissing", "density", "densityFar"],
    }));
  if (lots.length > 0)
    await recordEvents(
      writer,
      lots.map(({ code: _, ...body }) => body),
    );
  return lots;
}

/** What came to a village and one of its households. */
async function addIncome(writer: Writer, to: { id: string; kind: string; households: { code: string }[] }) {
  if (to.kind !== "village") return [];
  const row = (householdCode: string | null) => ({
    ...{ id: uuidv7(), organizationId: to.id, householdCode, kind: "dividend" as const },
    ...{ onDay: "2026-03-02", amountFen: 100_000 + Math.floor(Math.random() * 899_999) },
    ...{ fromOrganizationId: null, note: unique() },
  });
  const rows = [row(null), row(to.households[0]?.code ?? null)];
  await insertIncome(writer, rows);
  return rows.flatMap(({ id, amountFen, note }) => [id, note, (amountFen / 100).toFixed(2)]);
}

/** A signed paper between two, with an advance; every text in it is findable. */
async function addAgreement(writer: Writer, supplier: Organization, buyer: Organization) {
  const said = { code: unique().toUpperCase(), note: unique(), quality: unique(), given: unique() };
  const fen = () => 100_000 + Math.floor(Math.random() * 899_999);
  const [priceFen, amountFen] = [fen(), fen()];
  const file = makePicture();
  const id = uuidv7();
  await signAgreements(writer, [
    makeAgreement({ id, supplierId: supplier.id, buyerId: buyer.id, file, ...said }, { priceFen, ...said }),
  ]);
  const advance = { kind: "feed" as const, givenOn: "2026-03-01", count: null, massG: 1000, amountFen };
  await insertAdvances(writer, [{ ...advance, id: uuidv7(), agreementId: id, note: said.given }]);
  const shipment = { id: uuidv7(), plannedG: uniqueNumber() * 1000, note: unique() };
  await planShipments(writer, [
    {
      ...{ ...shipment, agreementId: id, supplierId: supplier.id, buyerId: buyer.id },
      ...{ purpose: "food", species: "largemouth_bass", plannedOn: "2026-03-20" },
    },
  ]);
  supplier.agreement = { id, fileId: file.id };
  supplier.shipmentId = shipment.id;
  const deduction = { id: uuidv7(), on: "2026-03-10", amountFen: fen(), reason: unique() };
  const settlementId = uuidv7();
  await insertSettlement(writer, {
    ...{ id: settlementId, agreementId: id, fromOn: "2026-02-01", toOn: "2026-03-14", correctsId: null },
    ...{ silenceConfirmsOn: "2026-03-30", seenFen: -amountFen - deduction.amountFen },
    facts: { ...noFacts, deductions: [deduction] },
  });
  supplier.settlementId = settlementId;
  buyer.marks.supply = [
    id,
    shipment.id,
    String(shipment.plannedG / 1000),
    shipment.note,
    ...Object.values(said),
    file.name,
  ];
  buyer.marks.prices = [
    ...[priceFen, amountFen, deduction.amountFen].map((money) => (money / 100).toFixed(2)),
    settlementId,
    deduction.reason,
  ];
}

/** Bass from February to December of 2026, a tonne each month. */
export function makeAgreement(
  given: Parties & Partial<NewAgreement>,
  version: Partial<NewAgreement["version"]> = {},
): NewAgreement {
  const [startsOn, endsOn] = ["2026-02-01", "2026-12-31"];
  return {
    ...{ id: uuidv7(), code: unique().toUpperCase(), kind: "village_enterprise", startsOn, endsOn },
    ...{ note: null, file: makePicture() },
    ...pick(given, ["id", "code", "kind", "supplierId", "buyerId", "startsOn", "endsOn", "note", "file"]),
    version: {
      ...{ id: uuidv7(), species: "largemouth_bass", form: "harvest", sizeClass: null },
      ...{ priceKind: "fixed", priceFen: 2800, rewardFen: null, rewardFor: null, waterPermille: 30 },
      ...{ deadPermille: 1000, paymentDays: 30, dividendPermille: null, dividendBasis: null, quality: null },
      ...{ gives: ["fry", "feed"], months: spreadMonths(Array(12).fill(1_000_000), startsOn, endsOn) },
      ...pick(version, ["id", "priceKind", "priceFen", "quality", "months"]),
    },
  } as NewAgreement;
}

const pick = <Row extends object>(row: Row, names: (keyof Row)[]) =>
  Object.fromEntries(names.filter((name) => row[name] !== undefined).map((name) => [name, row[name]]));

type Withheld = { lotId: string; holdId: string; testId: string; soldId: string };

/** Fish at an organization's first site: treated, sold too early, failed in a test; every text in it is findable. */
export async function addWithheld(writer: Writer, organization: Organization) {
  const [site] = organization.sites;
  if (!site) return;
  const said = { lotId: uuidv7(), soldId: uuidv7(), testId: uuidv7(), harvestLotId: uuidv7() };
  const typed = {
    supplier: unique(),
    symptom: unique(),
    appliedBy: unique(),
    item: unique(),
    batch: unique(),
  };
  const accept = [
    "certificateMissing",
    "density",
    "densityFar",
    "nothingThere",
    "moreThanBooked",
    "meanRose",
  ];
  const on = (day: string) => ({ accept, occurredAt: `2026-${day}T09:00:00+08:00` });
  const record = (id: string, event: Record<string, unknown>) =>
    recordEvents(writer, [eventBody.parse({ id, ...event } as EventInput)]);
  const { lotId, harvestLotId } = said;
  await record(uuidv7(), {
    ...{
      kind: "buy",
      siteId: site.id,
      lotId,
      form: "farmed",
      species: "grass_carp",
      count: 1000,
      meanG: 500,
    },
    ...{ supplier: typed.supplier, ...on("01-10") },
  });
  await record(said.soldId, {
    ...{ kind: "harvest", lotId, harvestLotId, purpose: "food", count: 10, massG: 5000, ...on("02-20") },
  });
  await record(uuidv7(), {
    ...{ kind: "treatment", siteId: site.id, labelId: "povidone-iodine-solution@2011", unit: "ml" },
    ...{ symptom: typed.symptom, appliedBy: typed.appliedBy, ...on("02-01") },
    doses: [{ on: "2026-02-01", amount: 100 }],
  });
  const failed = { item: typed.item, result: "1", passed: false };
  const body = { kind: "test", test: "sent", id: said.testId, lotId, items: [failed], ...on("02-10") };
  const report = { id: uuidv7(), name: `${unique()}.png`, mediaType: "image/png" };
  await recordTest(writer, eventBody.parse(body as EventInput), {
    ...report,
    content: Buffer.from(unique()),
  });
  const bought = { drugName: unique(), batch: typed.batch, amount: 1, unit: "bottle" as const };
  await insertPurchases(writer, [
    {
      ...bought,
      ...{ id: uuidv7(), organizationId: organization.id, boughtOn: "2026-01-05", supplier: unique() },
    },
  ]);
  organization.withheld = { ...said, holdId: said.testId };
  organization.marks.production = [...Object.values(typed), bought.drugName, ...Object.values(said)];
}

/** A probe that told of too little oxygen, and the alarm somebody has taken up. */
async function addWater(writer: Writer, site: { id: string; operatorId: string }) {
  const device = { id: uuidv7(), name: `探头${unique()}`, intervalMinutes: 10 };
  await makeDevice(writer, device, { siteId: site.id, operatorId: site.operatorId });
  const measuredAt = new Date(now.getTime() - 600_000);
  const reading = { siteId: site.id, measuredAt, sourceId: device.id, ...unmeasured };
  await recordReadings(writer, [{ ...reading, oxygen: 1500, temperature: 1800 }]);
  const [raised] = (await listAlarms(writer.viewer, { site: site.id })).items;
  if (!raised) throw new Error("no alarm was raised");
  const note = `去看${unique()}`;
  await acknowledgeAlarm(writer, { id: raised.id, version: raised.version, note });
  return { device, alarm: { id: raised.id, note } };
}

/** A reading in which nothing was measured. */
export const unmeasured = Object.fromEntries(
  [...quantityNames, ...switches].map((name) => [name, null]),
) as Measures;

const phone = () => `139${String(uniqueNumber())}${String(uniqueNumber()).slice(0, 1)}`;

const household = (organizationId: string) => ({
  id: uuidv7(),
  ...householdFields.parse({
    organizationId,
    code: unique(),
    headName: `王${unique()}`,
    phone: phone(),
    people: 3,
    note: `备注${unique()}`,
  }),
});

export function makeSite({
  organizationId,
  kind = "pond",
  ...given
}: { organizationId: string; kind?: keyof typeof stageOfKind } & Record<string, unknown>) {
  const id = uuidv7();
  const fields = siteFields.parse({
    kind,
    stage: stageOfKind[kind],
    status: "in_use",
    townCode: townA,
    ownerId: organizationId,
    operatorId: organizationId,
    code: unique(),
    name: `场所${unique()}`,
    volumeM3: uniqueNumber(),
    fundingSource: "private",
    note: `备注${unique()}`,
    ...(kind === "water_area" && { registeredAreaMu: 12.34, waterBody: "reservoir" }),
    ...given,
  });
  return { id, ...fields };
}

/** Two items, of which the second failed; `hazard` says otherwise of what was found, `null` that nothing was. */
export function makeInspection({
  hazard = {},
  ...given
}: { siteId: string; hazard?: Partial<NewInspection["hazards"][number]> | null } & Partial<NewInspection>) {
  const found = hazard && {
    id: uuidv7(),
    stepId: uuidv7(),
    item: 2,
    description: `隐患${unique()}`,
    severity: "general" as const,
    responsible: `责任人${unique()}`,
    dueOn: "2026-03-20",
    picture: makePicture(),
    ...hazard,
  };
  return {
    id: uuidv7(),
    inspectedOn: "2026-03-10",
    inspectors: `检查人${unique()}`,
    checklistVersion: 1,
    note: `说明${unique()}`,
    items: [
      { heading: "用电", text: "配电箱有漏电保护", result: "ok" as const },
      { heading: "用电", text: "线路不裸露", result: found ? ("failed" as const) : ("ok" as const) },
    ],
    hazards: found ? [found] : [],
    ...given,
  };
}

const makePicture = () => ({
  id: uuidv7(),
  name: `${unique()}.png`,
  mediaType: "image/png" as const,
  content: Buffer.from(unique()),
});

const makePermit = (holder: { siteId: string | null; organizationId: string | null }) => ({
  id: uuidv7(),
  ...holder,
  picture: makePicture(),
  ...permitFields.parse({ kind: "aquaculture", number: `证${unique()}`, expiresOn: "2027-01-01" }),
});
