import type { SubjectKind } from "./subjects.ts";

/** How a stored value is read: a word of the messages, a measure, somebody's or something's name, or as it stands. */
type Meaning =
  | { as: "text" | "yesNo" | "name" | "instant" | "number" | "mu" }
  | { as: "word"; words: string }
  /** the same words for every value: what it is can't be shown in a line */
  | { as: "something"; words: string }
  | { as: "measure"; unit: "metre" | "cubicMetre" };
export type AuditedField = Meaning & { label: string };

const text = (label: string): AuditedField => ({ label, as: "text" });
const number = (label: string): AuditedField => ({ label, as: "number" });
const name = (label: string): AuditedField => ({ label, as: "name" });
const yesNo = (label: string): AuditedField => ({ label, as: "yesNo" });
const mu = (label: string): AuditedField => ({ label, as: "mu" });
const instant = (label: string): AuditedField => ({ label, as: "instant" });
const word = (label: string, words: string): AuditedField => ({ label, as: "word", words });
const measure = (label: string, unit: "metre" | "cubicMetre"): AuditedField => ({
  label,
  as: "measure",
  unit,
});

/** What the audit log calls the fields of what it follows; labels and words are those of the pages that edit them. */
export const auditedFields: Record<SubjectKind, Record<string, AuditedField>> = {
  alliance: {
    name: text("auth:setup.allianceName"),
    countyCode: text("auth:setup.countyCode"),
    countyName: text("auth:setup.countyName"),
    boundaryKm2: number("auth:alliance.boundaryKm2"),
    boundaryPoints: number("auth:alliance.boundaryPoints"),
  },
  organization: {
    kind: word("members:field.kind", "members:kind"),
    code: text("members:field.code"),
    villageCode: text("members:field.villageCode"),
    name: text("members:field.name"),
    townCode: name("members:field.townCode"),
    identityCode: text("members:field.identityCode"),
    stages: word("members:field.stages", "common:stage"),
    flags: word("members:field.flags", "members:flag"),
    address: text("members:field.address"),
    lng: text("members:field.lng"),
    lat: text("members:field.lat"),
    note: text("members:field.note"),
    endedOn: text("members:field.endedOn"),
    // of its legal entity
    creditCode: text("members:field.creditCode"),
    representative: text("members:field.representative"),
    fromOn: text("members:field.fromOn"),
    toOn: text("members:field.toOn"),
    // of its Party class
    year: text("members:field.year"),
    class: word("members:field.class", "members:class"),
  },
  household: {
    organizationId: name("members:field.organizationId"),
    code: text("members:field.code"),
    headName: text("members:field.headName"),
    phone: text("members:field.phone"),
    people: number("members:field.people"),
    flags: word("members:field.householdFlags", "members:householdFlag"),
    joinedOn: text("members:field.householdJoinedOn"),
    endedOn: text("members:field.endedOn"),
    note: text("members:field.note"),
  },
  contact: {
    organizationId: name("audit:field.organization"),
    role: word("members:field.role", "members:role"),
    name: text("members:field.contact"),
    phone: text("members:field.phone"),
    fromOn: text("members:field.fromOn"),
    toOn: text("members:field.toOn"),
  },
  membership: { joinedOn: text("members:field.joinedOn"), leftOn: text("members:field.leftOn") },
  partnership: {
    kind: word("members:field.partnership", "members:partnership"),
    fromOn: text("members:field.fromOn"),
    toOn: text("members:field.toOn"),
  },
  site: {
    code: text("sites:field.code"),
    name: text("sites:field.name"),
    kind: word("sites:field.kind", "sites:kind"),
    stage: word("sites:field.stage", "common:stage"),
    status: word("sites:field.status", "sites:status"),
    townCode: name("sites:field.townCode"),
    ownerId: name("sites:field.ownerId"),
    operatorId: name("sites:field.operatorId"),
    householdCode: text("sites:field.householdCode"),
    leaseFrom: text("sites:field.leaseFrom"),
    leaseTo: text("sites:field.leaseTo"),
    fundingSource: word("sites:field.fundingSource", "sites:funding"),
    species: name("sites:field.species"),
    lng: text("sites:field.lng"),
    lat: text("sites:field.lat"),
    positionSource: word("sites:field.positionSource", "sites:positionSource"),
    registeredAreaM2: mu("sites:field.registeredAreaMu"),
    drawnAreaM2: mu("sites:field.drawnArea"),
    diameterM: measure("sites:field.diameterM", "metre"),
    depthM: measure("sites:field.depthM", "metre"),
    volumeM3: measure("sites:field.volumeM3", "cubicMetre"),
    waterBody: word("sites:field.waterBody", "sites:waterBody"),
    protectionZone: word("sites:field.protectionZone", "sites:protectionZone"),
    managingBody: text("sites:field.managingBody"),
    noFeeding: yesNo("sites:field.noFeeding"),
    closedFrom: text("sites:field.closedFrom"),
    closedTo: text("sites:field.closedTo"),
    note: text("sites:field.note"),
    // of what was measured there
    readings: number("water:readings"),
    measuredAt: instant("water:field.at"),
    oxygen: text("water:quantity.oxygen"),
    temperature: text("water:quantity.temperature"),
    ph: text("water:quantity.ph"),
    tan: text("water:quantity.tan"),
    nitrite: text("water:quantity.nitrite"),
    power: yesNo("water:switch.power"),
    aerator: yesNo("water:switch.aerator"),
  },
  permit: {
    kind: word("sites:permit.kindLabel", "sites:permit.kind"),
    number: text("sites:permit.number"),
    issuer: text("sites:permit.issuer"),
    issuedOn: text("sites:permit.issuedOn"),
    expiresOn: text("sites:permit.expiresOn"),
    endedOn: text("sites:permit.endedOn"),
    pictureId: { label: "sites:permit.picture", as: "something", words: "sites:permit.otherPicture" },
    siteId: name("sites:one"),
    organizationId: name("sites:permit.holder"),
  },
  checklist: {
    siteKind: word("safety:checklist.siteKind", "sites:kind"),
    lines: text("safety:checklist.lines"),
  },
  inspection: {
    siteId: name("sites:one"),
    inspectedOn: text("safety:inspection.inspectedOn"),
    inspectors: text("safety:inspection.inspectors"),
    checklistVersion: number("safety:inspection.checklistVersion"),
    checked: number("safety:inspection.checked"),
    failed: number("safety:inspection.failed"),
    note: text("safety:inspection.note"),
  },
  hazard: {
    siteId: name("sites:one"),
    description: text("safety:hazard.description"),
    severity: word("safety:hazard.severity", "safety:severity"),
    responsible: text("safety:hazard.responsible"),
    foundOn: text("safety:hazard.foundOn"),
    dueOn: text("safety:hazard.dueOn"),
    status: word("safety:hazard.status", "safety:status"),
    rectifiedOn: text("safety:hazard.rectifiedOn"),
    closedOn: text("safety:hazard.closedOn"),
    // of the step that was taken
    note: text("safety:step.note"),
    pictureId: { label: "safety:step.picture", as: "something", words: "safety:step.hasPicture" },
  },
  alarm: {
    kind: word("water:alarm.kindLabel", "water:alarm.kind"),
    raisedAt: instant("water:alarm.raisedAt"),
    note: text("water:alarm.note"),
  },
  device: { siteId: name("sites:one"), intervalMinutes: number("water:device.interval") },
  account: {
    login: text("auth:field.login"),
    name: text("auth:field.name"),
    role: word("auth:field.role", "auth:role"),
    townCode: name("auth:field.townCode"),
    organizationId: name("auth:field.organizationId"),
  },
  event: {
    kinds: word("production:kindLabel", "production:kind"),
    events: number("production:events"),
    reason: text("production:reason"),
  },
  hold: {
    kind: word("treatments:hold.kindLabel", "treatments:hold.kind"),
    reason: text("treatments:field.reason"),
    lots: number("treatments:field.lots"),
  },
  breach: { note: text("treatments:field.note") },
  purchase: {
    organizationId: name("audit:field.organization"),
    drugId: text("treatments:field.drug"),
    drugName: text("treatments:field.drugName"),
    approvalNumber: text("treatments:field.approvalNumber"),
    batch: text("treatments:field.batch"),
    amount: number("treatments:field.amount"),
    unit: word("treatments:field.unit", "treatments:unit"),
    boughtOn: text("treatments:field.boughtOn"),
    supplier: text("treatments:field.supplier"),
    invoice: text("treatments:field.invoice"),
  },
  agreement: {
    startsOn: text("supply:agreement.startsOn"),
    endsOn: text("supply:agreement.endsOn"),
    effectiveOn: text("supply:agreement.effectiveOn"),
    reason: text("supply:agreement.reason"),
    endedOn: text("supply:agreement.endedOn"),
    // of an advance
    advanceKind: word("supply:advance.kind", "supply:advanceKind"),
    givenOn: text("supply:advance.givenOn"),
    note: text("supply:advance.remark"),
  },
  shipment: {
    plannedOn: text("shipments:plannedOn"),
    plannedKg: number("shipments:plannedKg"),
    lots: number("shipments:lines"),
    vehicle: text("shipments:vehicle"),
    reason: text("shipments:reason"),
  },
  token: {
    scope: word("auth:account.scope.label", "auth:account.scope"),
    expiresAt: instant("auth:account.expiresAt"),
  },
  import: { kind: word("audit:field.importKind", "audit:importKind"), rows: number("audit:field.rows") },
};
