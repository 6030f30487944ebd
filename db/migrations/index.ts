import type { Migration } from "kysely";
import * as reference from "./0001_reference.ts";
import * as members from "./0002_members.ts";
import * as sites from "./0003_sites.ts";
import * as accounts from "./0004_accounts.ts";
import * as audit from "./0005_audit.ts";
import * as exchange from "./0006_exchange.ts";
import * as allianceVersion from "./0007_alliance_version.ts";
import * as legalEntityVersion from "./0008_legal_entity_version.ts";
import * as siteFilters from "./0009_site_filters.ts";
import * as production from "./0010_production.ts";
import * as water from "./0011_water.ts";
import * as safety from "./0012_safety.ts";
import * as treatments from "./0013_treatments.ts";
import * as eventFiles from "./0014_event_files.ts";
import * as receipts from "./0015_receipts.ts";
import * as supply from "./0016_supply.ts";
import * as siteHousehold from "./0017_site_household.ts";
import * as settlements from "./0018_settlements.ts";

/** In the order they run; a migration that has landed is never edited. */
export const migrations: Record<string, Migration> = {
  "0001_reference": reference,
  "0002_members": members,
  "0003_sites": sites,
  "0004_accounts": accounts,
  "0005_audit": audit,
  "0006_exchange": exchange,
  "0007_alliance_version": allianceVersion,
  "0008_legal_entity_version": legalEntityVersion,
  "0009_site_filters": siteFilters,
  "0010_production": production,
  "0011_water": water,
  "0012_safety": safety,
  "0013_treatments": treatments,
  "0014_event_files": eventFiles,
  "0015_receipts": receipts,
  "0016_supply": supply,
  "0017_site_household": siteHousehold,
  "0018_settlements": settlements,
};
