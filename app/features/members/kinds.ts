export const organizationKinds = ["village", "enterprise", "group"] as const;
export const stages = ["breeding", "farming", "processing", "sales"] as const;
export const organizationFlags = ["green_village", "revitalization_model", "lifted_from_poverty"] as const;
export const householdFlags = ["lifted", "monitored", "party"] as const;
export const contactRoles = [
  "first_secretary",
  "secretary",
  "keeper",
  "liaison",
  "director",
  "quality",
  "other",
] as const;
export const partnershipKinds = [
  "village_enterprise",
  "chain",
  "village_cooperative",
  "village_village",
] as const;

/** member: today; former: was one; never: has not been one */
export const membershipStates = ["member", "former", "never"] as const;

/** What the register should say of an organization and does not: nobody to call. */
export const organizationGaps = ["contact"] as const;

/** Classes 1 to 3 of a village's Party organization, by the names of their words. */
export const partyClasses = ["first", "second", "third"] as const;
export const partyClassWord = (value: number) => partyClasses[value - 1] ?? "third";
