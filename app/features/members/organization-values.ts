export const organizationFieldNames = [
  "kind",
  "name",
  "villageCode",
  "code",
  "identityCode",
  "stages",
  "flags",
  "joinedOn",
  "townCode",
  "address",
  "lng",
  "lat",
  "note",
] as const;

type ListName = "stages" | "flags";
type TextName = Exclude<(typeof organizationFieldNames)[number], ListName>;
/** The form's fields as text, as they stand in the register or were typed. */
export type OrganizationValues = Partial<Record<TextName, string>> & Partial<Record<ListName, string[]>>;

/** Only the fields of the form, as text: numbers as they are typed, what is not known empty. */
export const organizationValues = (
  organization: Partial<Record<(typeof organizationFieldNames)[number], unknown>>,
): OrganizationValues =>
  Object.fromEntries(
    organizationFieldNames.map((name) => {
      const value = organization[name];
      return [name, Array.isArray(value) ? value : String(value ?? "")];
    }),
  );
