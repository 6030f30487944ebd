import type * as z from "zod";
import {
  contactFields,
  legalEntityFields,
  organizationFields,
  partyClassFields,
} from "../../members/schema.ts";
import type { RowNote } from "../overlay.ts";
import { formValues, notesOf } from "./fields.ts";

type Texts = Record<string, string>;

const coordinatorFields = [
  "name",
  "kind",
  "villageCode",
  "townCode",
  "stages",
  "flags",
  "identityCode",
  "legalEntity",
  "creditCode",
  "representative",
  "classYear",
  "class",
  "joinedOn",
];

/** Where an organization and its town have a say, see `organizationPlaceFields`; the rest is the alliance's. */
export const notesOnForeignFields = (values: Texts, stored: Partial<Record<string, string | null>>) =>
  coordinatorFields
    .filter((field) => values[field] !== (stored[field] ?? ""))
    .map((field): RowNote<string> => ({ field, message: "row.coordinatorOnly" }));

export const contactColumns = {
  first_secretary: { name: "firstSecretary", phone: "firstSecretaryPhone" },
  liaison: { name: "liaison", phone: "liaisonPhone" },
} as const;
export type ContactRole = keyof typeof contactColumns;
export const contactRoles = Object.keys(contactColumns) as ContactRole[];

const optional = (text: string | undefined) => text || undefined;

export const parseOrganization = (values: Texts) =>
  organizationFields.safeParse(formValues(values, ["stages", "flags"]));

/** undefined where the row names none. */
export function parseLegalEntity(values: Texts) {
  const { legalEntity, creditCode, representative } = values;
  if (!legalEntity && !creditCode && !representative) return undefined;
  return legalEntityFields.safeParse({
    name: legalEntity ?? "",
    creditCode: optional(creditCode),
    representative: optional(representative),
  });
}

export function parseContact(values: Texts, role: ContactRole) {
  const columns = contactColumns[role];
  const [name, phone] = [values[columns.name], values[columns.phone]];
  if (!name && !phone) return undefined;
  return contactFields.safeParse({ role, name: name ?? "", phone: optional(phone) });
}

export function parsePartyClass(values: Texts) {
  if (!values.classYear && !values.class) return undefined;
  return partyClassFields.safeParse({ year: optional(values.classYear), class: optional(values.class) });
}

/** What the forms' schemas have against a row, at the row's columns. */
export function notesOnForms(values: Texts): RowNote<string>[] {
  const parts: [ReturnType<typeof parseOrganization> | ReturnType<typeof parseContact> | undefined, Texts][] =
    [
      [parseOrganization(values), {}],
      [parseLegalEntity(values) as ReturnType<typeof parseContact>, { name: "legalEntity" }],
      [parsePartyClass(values) as ReturnType<typeof parseContact>, { year: "classYear" }],
      ...contactRoles.map((role) => [parseContact(values, role), contactColumns[role]] as never),
    ];
  return parts.flatMap(([parsed, columns]) =>
    !parsed || parsed.success
      ? []
      : notesOf((parsed.error as z.ZodError).issues).map((note) => ({
          ...note,
          field: columns[note.field ?? ""] ?? note.field,
        })),
  );
}
