import { v7 as uuidv7 } from "uuid";
import { type Alliance, type Organization, townA, unique } from "../factories.ts";

/** Everybody who may stand before a page; `otherCounty` is the coordinator of another alliance. */
export const roles = [
  "none",
  "coordinator",
  "town",
  "otherTown",
  "village",
  "otherVillage",
  "enterprise",
  "otherEnterprise",
  "inspector",
  "otherCounty",
] as const;
export type Role = (typeof roles)[number];

/** `others` for everybody who is not named. Without a sign-in: the sign-in page, or 401 on the API. */
export type Expected = { others: number } & Partial<Record<Role, number>>;
type Form = Record<string, string | string[]>;

export type Entry = {
  /** the address, for an organization whose record it is */
  at: (target: Organization, alliance: Alliance) => string;
  /** whose record stands for the statuses: the village's, but where asking would lock the village out */
  of?: "neighbour";
  get?: Expected;
  /** one for each intent; `""` where there is only one */
  post?: Record<string, { form: (alliance: Alliance) => Form; expected: Expected }>;
};

const everybody: Expected = { others: 200 };
/** A record of the village, open to those who govern the county and to the village itself. */
const ownRecord: Expected = {
  others: 200,
  otherVillage: 404,
  enterprise: 404,
  otherEnterprise: 404,
  otherCounty: 404,
};
const editsRecord = (allowed: number): Expected => ({
  ...ownRecord,
  others: 403,
  coordinator: allowed,
  town: allowed,
  village: allowed,
});
const empty = () => ({});

const site = (target: Organization) => target.sites[0]?.id ?? uuidv7();
const lot = (target: Organization) => target.lots[0]?.code ?? "NO-LOT";
const hazard = (target: Organization) => target.hazards[0]?.id ?? uuidv7();
const permit = (target: Organization) => target.permits[0]?.id ?? uuidv7();
/** A permit is the business of its town, its holder, the county and the inspector. */
const ownPermit: Expected = { ...ownRecord, otherTown: 404 };
const editsPermit = (allowed: number): Expected => ({ ...editsRecord(allowed), otherTown: 404 });
/** Inspections and hazards: the same circle; who inspects, who reports a hazard as rectified. */
const inspects = (allowed: number, inspector = allowed): Expected => ({
  ...editsPermit(allowed),
  village: 403,
  inspector,
});
const alarm = (target: Organization) => target.waters[0]?.alarm.id ?? uuidv7();
/** Sensors are for whoever operates the site, and for the alliance. */
const managesDevices = (allowed: number): Expected => ({
  ...ownPermit,
  others: 403,
  coordinator: allowed,
  village: allowed,
});
/** A household's name is its village's, its town's and the county's business. */
const ownHousehold = (allowed: number): Expected => ({
  others: 404,
  coordinator: allowed,
  town: allowed,
  village: allowed,
});
const householdForm = ({ organizations: { village } }: Alliance): Form => ({
  id: uuidv7(),
  organizationId: village.id,
  code: unique().toUpperCase(),
  headName: "新户",
});
/** Accounts are the coordinator's; another county's coordinator does not know of them. */
const adminOnly = (allowed: number): Expected => ({
  others: 403,
  coordinator: allowed,
  otherCounty: allowed,
});
const adminsRecord = (allowed: number): Expected => ({ ...adminOnly(allowed), otherCounty: 404 });
/** An organization: those who govern the county know it, itself, and its partners of today. */
const knownRecord: Expected = { ...ownRecord, enterprise: 200 };
const editsOrganization = (allowed: number): Expected => ({ ...editsRecord(allowed), enterprise: 403 });
const managesOrganization = (allowed: number): Expected => ({
  ...knownRecord,
  others: 403,
  enterprise: 403,
  coordinator: allowed,
});
const member =
  (path = "") =>
  (target: Organization) =>
    `/members/${target.id}${path}`;
/** An upload is whose it is; the audit log leads the coordinator to it. */
const ownUpload = (allowed: number, coordinator = allowed): Expected => ({
  others: 404,
  village: allowed,
  coordinator,
});
const imported = (target: Organization) => target.importId ?? uuidv7();
const account = (target: Organization) => target.account?.userId ?? uuidv7();
/** What happens at a site: its operator's, its town's, the county's and the inspector's. */
const ownProduction = (allowed: number): Expected => ({ ...ownRecord, others: allowed, otherTown: 404 });
const recordsProduction = (allowed: number): Expected => ({
  ...ownProduction(403),
  coordinator: allowed,
  town: allowed,
  village: allowed,
});
const decidesHolds = (allowed: number): Expected => ({
  ...ownProduction(403),
  coordinator: allowed,
  inspector: allowed,
});
const agreement = (target: Organization) => target.agreement ?? { id: uuidv7(), fileId: uuidv7() };
/** An agreement of the village with the enterprise: theirs, the village's town's, the county's. */
const ownAgreement = (others: number): Expected => ({
  ...{ others, otherTown: 404, otherVillage: 404, otherEnterprise: 404, otherCounty: 404 },
});
const writesAgreement = (allowed: number): Expected => ({
  ...ownAgreement(403),
  coordinator: allowed,
  village: allowed,
  enterprise: allowed,
});
const givesAdvances = (allowed: number): Expected => ({ ...writesAgreement(allowed), village: 403 });
const shipment = (target: Organization) => target.shipmentId ?? uuidv7();
const settlement = (target: Organization) => target.settlementId ?? uuidv7();
/** Money: of two parties, the village's town and the county. */
const ownSettlement = (expected: Expected): Expected => ({ ...expected, inspector: 404 });
const settles = (allowed: number): Expected => ({ ...writesAgreement(allowed), otherTown: 403 });
const sends = (allowed: number): Expected => ({
  ...ownAgreement(403),
  coordinator: allowed,
  town: allowed,
  village: allowed,
});
/** At the enterprise's plant. */
const processesAt = (allowed: number): Expected => ({
  ...{ others: 404, coordinator: allowed, town: allowed, enterprise: allowed, inspector: 403 },
});
const registers = (allowed: number): Expected => ({
  others: allowed,
  town: 403,
  otherTown: 403,
  inspector: 403,
});
const withheld = (target: Organization) =>
  target.withheld ?? { lotId: uuidv7(), holdId: uuidv7(), testId: uuidv7(), soldId: uuidv7() };
const siteForm = ({ organizations: { village } }: Alliance): Form => ({
  id: uuidv7(),
  code: unique().toUpperCase(),
  name: "新塘",
  kind: "earth_pond",
  stage: "farming",
  status: "in_use",
  townCode: townA,
  ownerId: village.id,
  operatorId: village.id,
});

/** What happens at a site is its operator's to write, its town's and the county's; others don't know of it. */
const recordsAt = (allowed: number): Expected => ({
  others: 404,
  coordinator: allowed,
  town: allowed,
  village: allowed,
  inspector: 403,
});

/** As the pond's form says it. */
const inputForm = ({ organizations: { village } }: Alliance): Form => ({
  siteId: site(village),
  [`id-${site(village)}`]: uuidv7(),
  at: new Date().toISOString(),
  unit: "kg",
  input: "lime",
  product: "生石灰",
  amount: "1 袋",
});

/** Every route of the build, by its id. A route without an entry fails the test. */
export const pages: Record<string, Entry> = {
  "routes/$": { at: () => "/no-such-page", get: { others: 404, none: 404 } },
  "routes/_index": { at: () => "/", get: everybody },
  "routes/account._index": {
    at: () => "/account",
    get: everybody,
    post: {
      "": { form: empty, expected: { others: 400 } },
      "end-session": { form: () => ({ id: uuidv7() }), expected: { others: 302 } },
      "make-token": { form: empty, expected: { others: 400 } },
      "revoke-token": { form: () => ({ id: uuidv7() }), expected: { others: 404, none: 302 } },
    },
  },
  "routes/account.password": {
    at: () => "/account/password",
    get: everybody,
    post: { "": { form: empty, expected: { others: 400 } } },
  },
  "routes/admin.accounts._index": { at: () => "/admin/accounts", get: adminOnly(200) },
  "routes/admin.accounts.new": {
    at: () => "/admin/accounts/new",
    get: adminOnly(200),
    post: { "": { form: () => ({ id: uuidv7() }), expected: adminOnly(400) } },
  },
  "routes/admin.accounts.$accountId": {
    at: (target) => `/admin/accounts/${account(target)}`,
    of: "neighbour",
    get: adminsRecord(200),
    post: {
      "": { form: empty, expected: adminsRecord(400) },
      "reset-password": { form: empty, expected: adminsRecord(200) },
      end: { form: empty, expected: adminsRecord(200) },
      reopen: { form: empty, expected: adminsRecord(200) },
    },
  },
  "routes/admin.accounts.export": { at: () => "/admin/accounts/export?format=csv", get: adminOnly(200) },
  "routes/admin.alliance": {
    at: () => "/admin/alliance",
    get: adminOnly(200),
    post: { "": { form: empty, expected: adminOnly(400) } },
  },
  "routes/admin.checklists": {
    at: () => "/admin/checklists?kind=pond",
    get: adminOnly(200),
    post: { "": { form: empty, expected: adminOnly(400) } },
  },
  "routes/hazards._index": { at: () => "/hazards", get: everybody },
  "routes/hazards.print": { at: () => "/hazards/print", get: everybody },
  "routes/hazards.export": { at: () => "/hazards/export?format=csv", get: everybody },
  "routes/hazards.$hazardId._index": {
    at: (target) => `/hazards/${hazard(target)}`,
    get: ownPermit,
    post: {
      rectified: { form: empty, expected: editsPermit(400) },
      closed: { form: empty, expected: inspects(400) },
      sent_back: { form: empty, expected: inspects(400) },
      extended: { form: empty, expected: inspects(400) },
      noted: { form: empty, expected: { ...editsPermit(400), inspector: 400 } },
    },
  },
  "routes/hazards.$hazardId.pictures.$stepId": {
    at: (target) => `/hazards/${hazard(target)}/pictures/${target.hazards[0]?.stepId ?? uuidv7()}`,
    get: ownPermit,
  },
  "routes/inspections._index": { at: () => "/inspections", get: everybody },
  "routes/inspections.export": { at: () => "/inspections/export?format=csv", get: everybody },
  "routes/inspections.new": {
    at: (target) => `/inspections/new?site=${site(target)}`,
    get: { ...inspects(200), otherTown: 403 },
    post: { "": { form: empty, expected: { ...inspects(400), otherTown: 403 } } },
  },
  "routes/inspections.$inspectionId": {
    at: (target) => `/inspections/${target.inspections[0]?.id ?? uuidv7()}`,
    get: ownPermit,
  },
  "routes/admin.audit._index": { at: () => "/admin/audit", get: adminOnly(200) },
  "routes/admin.audit.export": { at: () => "/admin/audit/export?format=csv", get: adminOnly(200) },
  "routes/enterprises._index": { at: () => "/enterprises", get: everybody },
  "routes/enterprises.export": { at: () => "/enterprises/export?format=csv", get: everybody },
  "routes/households._index": {
    at: () => "/households",
    get: { others: 200, enterprise: 403, otherEnterprise: 403 },
  },
  "routes/households.new": {
    at: (target) => `/households/new?organization=${target.id}`,
    get: { others: 200, enterprise: 403, otherEnterprise: 403, inspector: 403, otherCounty: 404 },
    post: {
      "": {
        form: householdForm,
        expected: {
          others: 403,
          coordinator: 302,
          town: 302,
          village: 302,
          otherVillage: 400,
          otherCounty: 400,
        },
      },
    },
  },
  "routes/households.$householdId.edit": {
    at: (target) => `/households/${target.households[0]?.id}/edit`,
    get: ownHousehold(200),
    post: { "": { form: empty, expected: ownHousehold(400) } },
  },
  "routes/households.export": {
    at: () => "/households/export?format=csv",
    get: { others: 200, enterprise: 403, otherEnterprise: 403 },
  },
  "routes/imports._index": {
    at: () => "/imports",
    get: { others: 200, inspector: 403 },
    post: { "": { form: empty, expected: { others: 400, inspector: 403 } } },
  },
  "routes/imports.$importId._index": {
    at: (target) => `/imports/${imported(target)}`,
    get: ownUpload(200),
    post: { "": { form: empty, expected: ownUpload(302, 403) } },
  },
  "routes/imports.$importId.errors": {
    at: (target) => `/imports/${imported(target)}/errors`,
    get: ownUpload(200),
  },
  "routes/map.addresses": { at: () => "/map/addresses?q=x", get: { others: 404 } },
  "routes/members._index": { at: () => "/members", get: everybody },
  "routes/members.export": { at: () => "/members/export?format=csv", get: everybody },
  "routes/members.new": {
    at: () => "/members/new",
    get: adminOnly(200),
    post: { "": { form: empty, expected: adminOnly(400) } },
  },
  "routes/members.$organizationId._index": { at: member(), get: knownRecord },
  "routes/members.$organizationId.edit": {
    at: member("/edit"),
    get: editsOrganization(200),
    post: { "": { form: empty, expected: editsOrganization(400) } },
  },
  "routes/members.$organizationId.end": {
    at: member("/end"),
    get: managesOrganization(200),
    post: {
      end: { form: empty, expected: managesOrganization(400) },
      reopen: { form: empty, expected: managesOrganization(400) },
    },
  },
  "routes/members.$organizationId.contacts.new": {
    at: member("/contacts/new"),
    get: editsOrganization(200),
    post: { "": { form: empty, expected: editsOrganization(400) } },
  },
  "routes/members.$organizationId.contacts.$contactId": {
    at: (target) => `/members/${target.id}/contacts/${target.contacts[1].id}`,
    get: editsOrganization(200),
    post: { "": { form: empty, expected: editsOrganization(400) } },
  },
  "routes/members.$organizationId.legal-entity": {
    at: member("/legal-entity"),
    get: managesOrganization(200),
    post: { "": { form: empty, expected: managesOrganization(400) } },
  },
  "routes/members.$organizationId.membership": {
    at: member("/membership"),
    get: managesOrganization(200),
    post: {
      join: { form: empty, expected: managesOrganization(400) },
      leave: { form: empty, expected: managesOrganization(400) },
    },
  },
  "routes/members.$organizationId.partnerships.new": {
    at: member("/partnerships/new"),
    get: managesOrganization(200),
    post: { "": { form: empty, expected: managesOrganization(400) } },
  },
  "routes/members.$organizationId.partnerships.$partnershipId": {
    at: (target, { partnership }) => `/members/${target.id}/partnerships/${partnership?.id}`,
    get: managesOrganization(200),
    post: { "": { form: empty, expected: managesOrganization(400) } },
  },
  "routes/members.$organizationId.party-class": {
    at: member("/party-class"),
    get: managesOrganization(200),
    post: { "": { form: empty, expected: managesOrganization(400) } },
  },
  "routes/search": { at: () => "/search?q=q", get: everybody },
  "routes/setup": {
    at: () => "/setup?token=guessed",
    get: { others: 404, none: 404 },
    post: { "": { form: empty, expected: { others: 404, none: 404 } } },
  },
  "routes/sites.export": { at: () => "/sites/export?format=csv", get: everybody },
  "routes/templates.$kind": {
    at: () => "/templates/members",
    get: { others: 403, coordinator: 200, town: 200, otherTown: 200, otherCounty: 200 },
  },
  "routes/towns._index": { at: () => "/towns", get: everybody },
  "routes/towns.$townCode": { at: () => `/towns/${townA}`, get: everybody },
  "routes/login": {
    at: () => "/login",
    get: { others: 302, none: 200 },
    post: { "": { form: empty, expected: { others: 302, none: 400 } } },
  },
  "routes/logout": { at: () => "/logout", get: { others: 302 } },
  "routes/preferences": {
    at: () => "/preferences",
    get: { others: 302 },
    post: { "": { form: empty, expected: { others: 302 } } },
  },
  "routes/permits._index": {
    at: () => "/permits",
    get: { others: 200, village: 403, otherVillage: 403, enterprise: 403, otherEnterprise: 403 },
  },
  "routes/permits.export": {
    at: () => "/permits/export?format=csv",
    get: { others: 200, village: 403, otherVillage: 403, enterprise: 403, otherEnterprise: 403 },
  },
  "routes/permits.new": {
    at: (target) => `/permits/new?site=${site(target)}`,
    get: editsRecord(200),
    post: { "": { form: empty, expected: editsRecord(400) } },
  },
  "routes/permits.$permitId._index": {
    at: (target) => `/permits/${permit(target)}`,
    get: ownPermit,
    post: {
      "": { form: empty, expected: editsPermit(400) },
      end: { form: empty, expected: editsPermit(400) },
      reopen: { form: empty, expected: editsPermit(400) },
    },
  },
  "routes/permits.$permitId.picture": {
    at: (target) => `/permits/${permit(target)}/picture`,
    get: ownPermit,
  },
  "routes/map._index": { at: (target) => `/map?selected=member:${target.id}&fill=species`, get: everybody },
  "routes/map.county[.]geojson": { at: () => "/map/county.geojson", get: everybody },
  "routes/map.sites[.]geojson": { at: () => "/map/sites.geojson?layer=ponds&fill=density", get: everybody },
  "routes/map.members[.]geojson": { at: () => "/map/members.geojson", get: everybody },
  "routes/lots._index": { at: () => "/lots", get: everybody },
  "routes/lots.$code": { at: (target) => `/lots/${lot(target)}`, get: ownProduction(200) },
  "routes/record._index": { at: () => "/record", get: { others: 200, inspector: 403 } },
  "routes/record.$kind._index": {
    at: (target) => `/record/input?site=${site(target)}`,
    get: recordsAt(200),
    post: { "": { form: inputForm, expected: recordsAt(302) } },
  },
  "routes/record.water._index": {
    at: (target) => `/record/water?site=${site(target)}`,
    get: recordsAt(302),
  },
  "routes/record.map._index": {
    at: (target) => `/record/map?kind=feeding&organization=${target.id}`,
    // Whoever acts for an organization gets the own ponds, whatever is asked for.
    get: { others: 200, otherTown: 404, otherCounty: 404, inspector: 403 },
  },
  "routes/record.done._index": {
    at: () => "/record/done",
    get: { others: 200, inspector: 403 },
    post: { "": { form: empty, expected: { others: 400 } } },
  },
  "routes/record.leaving._index": { at: () => "/record/leaving", get: everybody },
  "routes/record.files": {
    at: () => "/record/files",
    post: { "": { form: empty, expected: { others: 400 } } },
  },
  "routes/events.$eventId.files.$fileId": {
    at: () => `/events/${uuidv7()}/files/${uuidv7()}`,
    get: { others: 404 },
  },
  "routes/pending._index": {
    at: () => "/pending",
    get: { others: 200, inspector: 403 },
    post: { "": { form: () => ({ id: uuidv7() }), expected: { others: 404 } } },
  },
  "routes/sites.labels._index": {
    at: (target) => `/sites/labels?organization=${target.id}`,
    get: { others: 200, otherTown: 404, inspector: 403, otherCounty: 404 },
  },
  "routes/drugs._index": { at: () => "/drugs", get: everybody },
  "routes/withdrawals._index": { at: () => "/withdrawals", get: everybody },
  "routes/holds.new": {
    at: (target) => `/holds/new?lot=${withheld(target).lotId}`,
    get: { others: 403, coordinator: 200, inspector: 200, otherCounty: 404 },
    post: {
      "": { form: empty, expected: { others: 403, coordinator: 400, inspector: 400, otherCounty: 404 } },
    },
  },
  "routes/holds.$originId": {
    at: (target) => `/holds/${withheld(target).holdId}?kind=test_failed`,
    get: ownProduction(200),
    post: { "": { form: empty, expected: decidesHolds(400) } },
  },
  "routes/breaches.$eventId": {
    at: (target) => `/breaches/${withheld(target).soldId}`,
    get: ownProduction(200),
    post: { "": { form: empty, expected: decidesHolds(400) } },
  },
  "routes/record.treatment": {
    at: (target) => `/record/treatment?site=${site(target)}`,
    get: { ...recordsProduction(200) },
    post: { "": { form: empty, expected: recordsProduction(400) } },
  },
  "routes/record.test": {
    at: (target) => `/record/test?site=${site(target)}`,
    get: ownProduction(200),
    post: { "": { form: empty, expected: ownProduction(400) } },
  },
  "routes/tests.$eventId.report": {
    at: (target) => `/tests/${withheld(target).testId}/report`,
    get: ownProduction(200),
  },
  "routes/members.$organizationId.drugs": {
    at: member("/drugs"),
    get: { ...knownRecord, otherTown: 403, enterprise: 403 },
    post: { "": { form: empty, expected: { ...editsOrganization(400) } } },
  },
  "routes/members.$organizationId.income": {
    at: member("/income"),
    get: editsOrganization(200),
    post: {
      add: { form: empty, expected: editsOrganization(400) },
      reverse: { form: empty, expected: editsOrganization(400) },
    },
  },
  "routes/sites.$siteId.records": {
    at: (target) => `/sites/${site(target)}/records`,
    get: ownProduction(200),
  },
  "routes/agreements._index": { at: () => "/agreements", get: everybody },
  "routes/agreements.new": {
    at: () => "/agreements/new",
    get: registers(200),
    post: { "": { form: empty, expected: registers(400) } },
  },
  "routes/agreements.$agreementId._index": {
    at: (target) => `/agreements/${agreement(target).id}`,
    get: ownAgreement(200),
    post: {
      confirm: { form: empty, expected: { ...writesAgreement(400), coordinator: 403 } },
      end: { form: empty, expected: writesAgreement(400) },
      advance: { form: empty, expected: givesAdvances(400) },
      reverse: { form: empty, expected: givesAdvances(400) },
    },
  },
  "routes/agreements.$agreementId.amend": {
    at: (target) => `/agreements/${agreement(target).id}/amend`,
    get: writesAgreement(200),
    post: { "": { form: empty, expected: writesAgreement(400) } },
  },
  "routes/agreements.$agreementId.files.$fileId": {
    at: (target) => `/agreements/${agreement(target).id}/files/${agreement(target).fileId}`,
    get: { ...ownAgreement(200), inspector: 404 },
  },
  "routes/sites.$siteId.processing": {
    at: (_target, { organizations }) => `/sites/${site(organizations.enterprise)}/processing`,
    get: processesAt(200),
    post: { "": { form: empty, expected: processesAt(400) } },
  },
  "routes/shipments._index": { at: () => "/shipments", get: everybody },
  "routes/shipments.new": {
    at: () => "/shipments/new",
    get: registers(200),
    post: { "": { form: empty, expected: registers(400) } },
  },
  "routes/shipments.$shipmentId._index": {
    at: (target) => `/shipments/${shipment(target)}`,
    get: ownAgreement(200),
    post: {
      // The enterprise called off: the village confirms, or for it its town or the county.
      confirm: { form: empty, expected: sends(302) },
      dispatch: { form: empty, expected: sends(400) },
      receive: { form: empty, expected: givesAdvances(400) },
      cancel: { form: empty, expected: { ...writesAgreement(400), town: 400 } },
    },
  },
  "routes/shipments.$shipmentId.files.$fileId": {
    at: (target) => `/shipments/${shipment(target)}/files/${uuidv7()}`,
    get: { others: 404 },
  },
  "routes/settlements._index": { at: () => "/settlements", get: { others: 200, inspector: 403 } },
  "routes/settlements.new": {
    at: (target) => `/settlements/new?agreement=${agreement(target).id}`,
    get: settles(200),
    post: { "": { form: empty, expected: settles(400) } },
  },
  "routes/settlements.$settlementId._index": {
    at: (target) => `/settlements/${settlement(target)}`,
    get: ownSettlement(ownAgreement(200)),
    post: {
      confirm: { form: empty, expected: ownSettlement({ ...writesAgreement(400), coordinator: 403 }) },
      dispute: { form: empty, expected: ownSettlement({ ...writesAgreement(400), coordinator: 403 }) },
      pay: { form: empty, expected: ownSettlement(givesAdvances(400)) },
      reverse: { form: empty, expected: ownSettlement(givesAdvances(400)) },
    },
  },
  "routes/settlements.$settlementId.export": {
    at: (target) => `/settlements/${settlement(target)}/export?format=csv`,
    get: ownSettlement(ownAgreement(200)),
  },
  "routes/alarms._index": { at: () => "/alarms", get: everybody },
  "routes/alarms.$alarmId": {
    at: (target) => `/alarms/${alarm(target)}`,
    get: ownPermit,
    post: {
      acknowledge: { form: empty, expected: editsPermit(400) },
      close: { form: empty, expected: editsPermit(400) },
    },
  },
  "routes/sites.$siteId.water._index": {
    at: (target) => `/sites/${site(target)}/water?until=2026-03-15`,
    get: ownPermit,
  },
  "routes/sites.$siteId.water.new": {
    at: (target) => `/sites/${site(target)}/water/new`,
    get: editsPermit(200),
    post: { "": { form: empty, expected: editsPermit(400) } },
  },
  "routes/sites.$siteId.devices": {
    at: (target) => `/sites/${site(target)}/devices`,
    get: managesDevices(200),
    post: {
      "": { form: empty, expected: managesDevices(400) },
      revoke: { form: () => ({ id: uuidv7() }), expected: managesDevices(404) },
    },
  },
  "routes/sites._index": { at: () => "/sites", get: everybody },
  "routes/sites.new": {
    at: () => "/sites/new",
    get: { others: 200, inspector: 403 },
    post: {
      "": {
        form: siteForm,
        expected: { others: 403, coordinator: 302, town: 302, village: 302, otherCounty: 400 },
      },
    },
  },
  "routes/sites.$siteId._index": { at: (target) => `/sites/${site(target)}`, get: ownRecord },
  "routes/sites.$siteId.outline": {
    at: (target) => `/sites/${site(target)}/outline`,
    get: editsRecord(200),
    post: {
      "": { form: empty, expected: editsRecord(400) },
      remove: { form: empty, expected: editsRecord(400) },
    },
  },
  "routes/sites.$siteId.edit": {
    at: (target) => `/sites/${site(target)}/edit`,
    get: editsRecord(200),
    post: { "": { form: empty, expected: editsRecord(400) } },
  },
};

/** Something that can always be written down. */
const inputAt = (target: Organization) => ({
  id: uuidv7(),
  kind: "input",
  siteId: site(target),
  input: "probiotic",
  product: "芽孢杆菌",
  amount: "2 袋",
  occurredAt: new Date().toISOString(),
});

type Operation = {
  at: (target: Organization) => string;
  expected: Expected;
  body?: (target: Organization) => object;
};

/** Every operation of the description, likewise. */
export const operations: Record<string, Operation> = {
  "get /summary": { at: () => "/summary", expected: everybody },
  "get /organizations": { at: () => "/organizations?limit=500", expected: everybody },
  "get /organizations.geojson": { at: () => "/organizations.geojson", expected: everybody },
  "get /organizations/{id}": { at: (target) => `/organizations/${target.id}`, expected: knownRecord },
  "get /lots": { at: () => "/lots?limit=500", expected: everybody },
  "get /lots/{code}": { at: (target) => `/lots/${lot(target)}`, expected: ownProduction(200) },
  "get /sites": { at: () => "/sites?limit=500", expected: everybody },
  "get /sites.geojson": { at: () => "/sites.geojson", expected: everybody },
  "get /agreements": { at: () => "/agreements?limit=500", expected: everybody },
  "get /shipments": { at: () => "/shipments?limit=500", expected: everybody },
  "get /hazards": { at: () => "/hazards?limit=500", expected: everybody },
  "get /alarms": { at: () => "/alarms?state=all&limit=500", expected: everybody },
  // Whoever may call is told of each reading what became of it: tests/api/readings.test.ts.
  "post /readings": {
    at: () => "/readings",
    body: (target) => ({ readings: [{ site: site(target), at: "2026-03-15T02:00:00Z", oxygen: 6 }] }),
    expected: everybody,
  },
  "get /sites/{id}": { at: (target) => `/sites/${site(target)}`, expected: ownRecord },
  "post /events": { at: () => "/events", body: inputAt, expected: recordsAt(200) },
};

/** Not for pages of their own: they only put others into a frame. */
export const frames = ["root"];
