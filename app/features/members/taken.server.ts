import { Refused } from "#app/audit/errors.ts";

/** Unique keys of the register, as the field and reason a person understands. */
const taken: Record<string, [field: string, reason: string]> = {
  organization_alliance_id_code_key: ["code", "error.codeTaken"],
  organization_alliance_id_village_code_key: ["villageCode", "error.villageCodeTaken"],
  legal_entity_credit: ["creditCode", "error.creditCodeTaken"],
  membership_current: ["joinedOn", "error.alreadyMember"],
  partnership_current: ["partnerId", "error.alreadyPartner"],
  household_alliance_id_code_key: ["code", "error.codeTaken"],
  site_alliance_id_code_key: ["code", "error.codeTaken"],
  agreement_alliance_id_code_key: ["code", "error.codeTaken"],
  permit_number: ["number", "error.numberTaken"],
};

/** Foreign keys, as the field that names something which is not there. */
const unknown: Record<string, [field: string, reason: string]> = {
  organization_town_code_fkey: ["townCode", "error.town"],
  household_alliance_id_organization_id_fkey: ["organizationId", "error.organization"],
  site_town_code_fkey: ["townCode", "error.town"],
  site_alliance_id_owner_id_fkey: ["ownerId", "error.organization"],
  site_alliance_id_operator_id_fkey: ["operatorId", "error.organization"],
  partnership_alliance_id_a_id_fkey: ["partnerId", "error.organization"],
  partnership_alliance_id_b_id_fkey: ["partnerId", "error.organization"],
};

/** Turns the database's word that a key is taken, or leads nowhere, into the form's. */
export async function refuseTaken<Result>(write: Promise<Result>) {
  try {
    return await write;
  } catch (error) {
    const { code, constraint_name: constraint } = error as { code?: string; constraint_name?: string };
    const reasons = code === "23505" ? taken : code === "23503" ? unknown : {};
    const known = constraint ? reasons[constraint] : undefined;
    throw known ? new Refused(...known) : error;
  }
}
