const oneOf = (...values: string[]) => values.map((value) => JSON.stringify(value)).join(" | ");
const organizationKind = oneOf("village", "enterprise", "group");
const siteStatus = oneOf("building", "in_use", "idle", "repair", "ended");
const siteKind = oneOf(
  "pond",
  "earth_pond",
  "raceway",
  "water_area",
  "rice_field",
  "hatchery",
  "holding",
  "plant",
  "cold_store",
  "outlet",
);
const stage = oneOf("breeding", "farming", "processing", "sales");
const eventKind = oneOf(
  "hatch",
  "buy",
  "stocking",
  "feeding",
  "input",
  "sampling",
  "mortality",
  "treatment",
  "test",
  "transfer",
  "split",
  "merge",
  "count",
  "harvest",
  "emptying",
  "dispatch",
  "receipt",
  "processing",
  "sale",
  "void",
);
const certainty = oneOf("law", "lit", "web", "mem");
const language = oneOf("zh", "en");

/**
 * Which table's types stand in which file of this folder, and the columns whose CHECK is a list of words
 * (kysely-codegen sees only text). `npm run db:types` writes the files.
 */
export const schemaFiles: Record<string, { tables: string[]; columns?: Record<string, string> }> = {
  reference: {
    tables: ["town", "village", "species", "drug", "drug_label"],
    columns: {
      "village.kind": oneOf("village", "community"),
      "drug.standing": oneOf("approved", "prescription", "prohibited"),
      "drug.certainty": certainty,
      "drug_label.certainty": certainty,
    },
  },
  members: {
    tables: [
      "alliance",
      "organization",
      "legal_entity",
      "party_class",
      "membership",
      "partnership",
      "contact",
      "household",
    ],
    columns: {
      "organization.kind": organizationKind,
      "organization.stages": `Generated<(${stage})[]>`,
      "organization.flags": `Generated<(${oneOf("green_village", "revitalization_model", "lifted_from_poverty")})[]>`,
      "household.flags": `Generated<(${oneOf("lifted", "monitored", "party")})[]>`,
      "contact.role": oneOf(
        "first_secretary",
        "secretary",
        "keeper",
        "liaison",
        "director",
        "quality",
        "other",
      ),
      "partnership.kind": oneOf("village_enterprise", "chain", "village_cooperative", "village_village"),
    },
  },
  sites: {
    tables: ["site", "site_status", "site_total", "permit", "file"],
    columns: {
      "site.kind": siteKind,
      "site.stage": stage,
      "site.status": siteStatus,
      "site.position_source": `${oneOf("surveyed", "phone", "map", "import", "sketch")} | null`,
      "site.funding_source": `${oneOf(
        "consolidation_fund",
        "village_collective",
        "enterprise",
        "county_group",
        "su_shaan",
        "private",
        "other",
      )} | null`,
      "site.water_body": `${oneOf("reservoir", "dam")} | null`,
      "site.protection_zone": `${oneOf("none", "level_1", "level_2", "quasi")} | null`,
      "site_status.status": siteStatus,
      "permit.kind": oneOf(
        "aquaculture",
        "facility_land",
        "effluent",
        "water_intake",
        "fry_production",
        "food_production",
        "food_trade",
        "wildlife",
      ),
    },
  },
  accounts: {
    tables: ["account", "session", "api_token", "sign_in_failure"],
    columns: {
      "account.role": oneOf("coordinator", "town", "village", "enterprise", "inspector"),
      "account.language": `Generated<${language}>`,
      "account.unit": `Generated<${oneOf("kg", "jin")}>`,
      "account.theme": `Generated<${oneOf("system", "light", "dark")}>`,
      "api_token.scope": oneOf("read", "write"),
    },
  },
  audit: { tables: ["audit_log"] },
  exchange: {
    tables: ["spreadsheet_import", "spreadsheet_row"],
    columns: {
      "spreadsheet_import.kind": oneOf("members", "households", "sites"),
      "spreadsheet_import.status": oneOf("ready", "queued", "stored", "failed"),
      "spreadsheet_row.status": oneOf("new", "changes", "same", "warning", "error"),
    },
  },
  production: {
    tables: [
      "lot",
      "event",
      "event_lot",
      "entry",
      "lot_link",
      "event_file",
      "pending_event",
      "lot_withdrawal",
      "lot_hold",
      "breach",
      "lot_disclosure",
    ],
    columns: {
      "lot.form": oneOf("fry", "farmed", "standing", "harvest", "transit", "goods"),
      "event.kind": eventKind,
      "event.purpose": `${oneOf("food", "rearing", "disposal")} | null`,
      "event.feed": `${oneOf("compound", "fodder")} | null`,
      "entry.reason": oneOf("move", "growth", "shrink", "loss", "adjust", "recruit", "out"),
      "pending_event.kind": eventKind,
      "pending_event.reason": oneOf("short", "uneven", "withheld", "refused"),
      "pending_event.outcome": `${oneOf("booked", "dropped")} | null`,
      "lot_disclosure.what": oneOf("origin", "treatments"),
      "lot_hold.kind": oneOf("test_failed", "unknown_drug", "off_label", "inspector", "breach"),
    },
  },
  safety: {
    tables: ["checklist", "inspection", "inspection_item", "hazard", "hazard_step"],
    columns: {
      "checklist.site_kind": siteKind,
      "inspection_item.result": oneOf("ok", "failed", "not_applicable"),
      "hazard.severity": oneOf("general", "major"),
      "hazard.status": oneOf("open", "rectified", "closed"),
      "hazard_step.kind": oneOf("found", "rectified", "sent_back", "extended", "closed", "noted"),
      "hazard_step.account_role": oneOf("coordinator", "town", "village", "enterprise", "inspector"),
    },
  },
  treatments: {
    tables: ["drug_purchase", "test_report"],
    columns: { "drug_purchase.unit": oneOf("g", "kg", "ml", "l", "bag", "bottle") },
  },
  supply: {
    tables: [
      "agreement",
      "agreement_version",
      "agreement_month",
      "agreement_gives",
      "agreement_consent",
      "agreement_file",
      "advance",
      "shipment",
      "shipment_line",
    ],
    columns: {
      "agreement.kind": oneOf("village_enterprise", "chain", "village_cooperative", "village_village"),
      "agreement.state": oneOf("proposed", "confirmed", "ended"),
      "agreement_version.form": oneOf("fry", "farmed", "harvest", "goods"),
      "agreement_version.price_kind": oneOf("fixed", "floor_market", "cost_plus"),
      "agreement_version.dividend_basis": `${oneOf("value", "profit", "assets")} | null`,
      "agreement_gives.what": oneOf("fry", "feed", "technique", "purchase", "assets"),
      "agreement_consent.side": oneOf("supplier", "buyer"),
      "advance.kind": oneOf("fry", "feed", "drug", "service", "money"),
      "shipment.asked_by": oneOf("supplier", "buyer"),
      "shipment.purpose": oneOf("food", "rearing"),
      "shipment.state": oneOf("planned", "confirmed", "dispatched", "received", "cancelled"),
    },
  },
  jobs: { tables: ["job"] },
  water: {
    tables: ["device_token", "reading", "reading_hour", "reading_day", "site_water", "alarm"],
    columns: {
      "alarm.kind": oneOf("oxygen", "temperature", "ammonia", "nitrite", "power", "aerator", "silent"),
      "alarm.state": oneOf("open", "acknowledged", "closed"),
    },
  },
};
