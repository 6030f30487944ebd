export const householdFieldNames = [
  "organizationId",
  "headName",
  "code",
  "phone",
  "people",
  "flags",
  "joinedOn",
  "endedOn",
  "note",
] as const;

type TextName = Exclude<(typeof householdFieldNames)[number], "flags">;
/** The form's fields as text, as they stand in the register or were typed. */
export type HouseholdValues = Partial<Record<TextName, string>> & { flags?: string[] };

export const householdValues = (
  household: Partial<Record<(typeof householdFieldNames)[number], unknown>>,
): HouseholdValues =>
  Object.fromEntries(
    householdFieldNames.map((name) => {
      const value = household[name];
      return [name, Array.isArray(value) ? value : String(value ?? "")];
    }),
  );
