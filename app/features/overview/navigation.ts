import type { Role } from "#app/auth/viewer.ts";
import type { IconName } from "#app/ui/icons.ts";

type Destination = {
  to: string;
  word:
    | "today"
    | "overview"
    | "members"
    | "enterprises"
    | "towns"
    | "sites"
    | "ownSites"
    | "lots"
    | "alarms"
    | "permits"
    | "inspections"
    | "hazards"
    | "checklists"
    | "households"
    | "imports"
    | "alliance"
    | "accounts"
    | "audit"
    | "map"
    | "record"
    | "pending"
    | "withdrawals"
    | "drugs"
    | "agreements"
    | "shipments"
    | "settlements";
  icon: IconName;
  /** opens as a whole document: it is kept for where there is no network */
  document?: true;
};

const first: Destination = { to: "/", word: "overview", icon: "home" };
const members: Destination = { to: "/members", word: "members", icon: "members" };
const enterprises: Destination = { to: "/enterprises", word: "enterprises", icon: "enterprise" };
const towns: Destination = { to: "/towns", word: "towns", icon: "town" };
const sites: Destination = { to: "/sites", word: "sites", icon: "pond" };
const lots: Destination = { to: "/lots", word: "lots", icon: "fish" };
const alarms: Destination = { to: "/alarms", word: "alarms", icon: "bell" };
const permits: Destination = { to: "/permits", word: "permits", icon: "permit" };
const inspections: Destination = { to: "/inspections", word: "inspections", icon: "inspection" };
const hazards: Destination = { to: "/hazards", word: "hazards", icon: "hazard" };
const checklists: Destination = { to: "/admin/checklists", word: "checklists", icon: "record" };
const households: Destination = { to: "/households", word: "households", icon: "household" };
const imports: Destination = { to: "/imports", word: "imports", icon: "upload" };
const alliance: Destination = { to: "/admin/alliance", word: "alliance", icon: "link" };
const map: Destination = { to: "/map", word: "map", icon: "map" };
const accounts: Destination = { to: "/admin/accounts", word: "accounts", icon: "accounts" };
const audit: Destination = { to: "/admin/audit", word: "audit", icon: "audit" };
const withdrawals: Destination = { to: "/withdrawals", word: "withdrawals", icon: "stop" };
const drugs: Destination = { to: "/drugs", word: "drugs", icon: "record" };
const shipments: Destination = { to: "/shipments", word: "shipments", icon: "lorry" };
const settlements: Destination = { to: "/settlements", word: "settlements", icon: "yuan" };
const agreements: Destination = { to: "/agreements", word: "agreements", icon: "link" };

const record: Destination = { to: "/record", word: "record", icon: "plus", document: true };
const pending: Destination = { to: "/pending", word: "pending", icon: "clock" };

/** Where each role can go; a keeper's are few enough for the bar at the thumb. */
export const navigation: Record<Role, Destination[]> = {
  coordinator: [
    first,
    map,
    members,
    enterprises,
    towns,
    sites,
    lots,
    agreements,
    shipments,
    settlements,
    alarms,
    permits,
    hazards,
    record,
    pending,
    withdrawals,
    drugs,
    households,
    imports,
    alliance,
    checklists,
    accounts,
    audit,
  ],
  town: [
    ...[first, record, pending, map, members, enterprises, towns],
    ...[
      sites,
      lots,
      agreements,
      shipments,
      settlements,
      alarms,
      withdrawals,
      permits,
      hazards,
      households,
      imports,
    ],
  ],
  village: [
    { ...first, word: "today" },
    record,
    { ...sites, word: "ownSites" },
    shipments,
    agreements,
    settlements,
    map,
    households,
  ],
  enterprise: [
    first,
    shipments,
    agreements,
    settlements,
    map,
    sites,
    lots,
    alarms,
    record,
    hazards,
    members,
    imports,
  ],
  inspector: [
    ...[first, withdrawals, drugs, alarms, inspections, hazards],
    ...[map, lots, agreements, shipments, permits, sites, members, enterprises, towns],
  ],
};
