import { v7 as uuidv7 } from "uuid";
import type { Writer } from "#app/auth/viewer.ts";
import type { Trx } from "#app/database.server.ts";
import { insertContacts, updateContacts } from "../../members/queries/contacts.server.ts";
import {
  insertLegalEntities,
  replaceLegalEntity,
  setPartyClasses,
} from "../../members/queries/identity.server.ts";
import { insertMemberships } from "../../members/queries/memberships.server.ts";
import {
  insertOrganizations,
  updateOrganizations,
} from "../../members/queries/write-organizations.server.ts";
import type { OrganizationFields } from "../../members/schema.ts";
import type { RowPreview } from "../preview.ts";
import type { MemberRecord } from "../queries/member-records.server.ts";
import {
  type ContactRole,
  contactColumns,
  contactRoles,
  parseContact,
  parseLegalEntity,
  parseOrganization,
  parsePartyClass,
} from "./member-rules.ts";

type Known = { records: Map<string, MemberRecord>; today: string };

/** The organization first, then what hangs on it: each only where the row says something new. */
export async function storeMembers(writer: Writer, rows: RowPreview<string>[], known: Known, trx: Trx) {
  const members = rows.map(({ act, values, changes }) => {
    const record = act === "update" ? known.records.get(values.code?.toUpperCase() ?? "") : undefined;
    const fields = parseOrganization({ ...values, code: record?.code ?? values.code ?? "" });
    const changed = new Set(changes.map(({ field }) => field));
    return { id: record?.id ?? uuidv7(), record, values, changed, fields: fields.data as OrganizationFields };
  });
  const fresh = members.filter(({ record }) => !record);
  if (fresh.length > 0)
    await insertOrganizations(
      writer,
      fresh.map(({ id, fields }) => ({ id, ...fields })),
      trx,
    );
  const edits = members.flatMap(({ id, record, fields }) =>
    record ? [{ id, version: record.version, fields }] : [],
  );
  if (edits.length > 0) await updateOrganizations(writer, edits, trx);
  await storeIdentity(writer, members, known, trx);
  for (const role of contactRoles) await storeContacts(writer, role, members, known, trx);
}

type Member = {
  id: string;
  record: MemberRecord | undefined;
  values: Record<string, string>;
  changed: Set<string>;
  fields: OrganizationFields;
};

async function storeIdentity(writer: Writer, members: Member[], { today }: Known, trx: Trx) {
  const entities = members
    .filter(({ changed }) => ["legalEntity", "creditCode", "representative"].some((one) => changed.has(one)))
    .flatMap(({ id, record, values }) => {
      const fields = parseLegalEntity(values)?.data;
      return fields ? [{ organizationId: id, fields, replaces: record?.legalEntity != null }] : [];
    });
  const first = entities.filter(({ replaces }) => !replaces);
  if (first.length > 0)
    await insertLegalEntities(
      writer,
      first.map(({ organizationId, fields }) => ({ id: uuidv7(), organizationId, ...fields })),
      trx,
    );
  for (const { organizationId, fields } of entities.filter(({ replaces }) => replaces))
    await replaceLegalEntity(writer, { organizationId, day: today, fields }, trx);
  await setPartyClasses(
    writer,
    members
      .filter(({ changed }) => changed.has("class") || changed.has("classYear"))
      .flatMap(({ id, values }) => {
        const fields = parsePartyClass(values)?.data;
        return fields ? [{ organizationId: id, ...fields }] : [];
      }),
    trx,
  );
  const joinings = members
    .filter(({ changed, values }) => changed.has("joinedOn") && values.joinedOn)
    .map(({ id, fields, values }) => ({
      id: uuidv7(),
      organizationId: id,
      organizationName: fields.name,
      joinedOn: values.joinedOn ?? "",
    }));
  if (joinings.length > 0) await insertMemberships(writer, joinings, trx);
}

/** Another name is another person: the one before ends, and stays in the history. */
async function storeContacts(
  writer: Writer,
  role: ContactRole,
  members: Member[],
  { today }: Known,
  trx: Trx,
) {
  const columns = contactColumns[role];
  const touched = members
    .filter(({ changed }) => changed.has(columns.name) || changed.has(columns.phone))
    .map(({ id, record, values, changed }) => ({
      organizationId: id,
      person: parseContact(values, role)?.data,
      before: contactOf(record, role),
      follows: changed.has(columns.name),
    }));
  const edits = touched.flatMap(({ person, before, follows }) => {
    if (!before) return [];
    return [{ ...before, fields: follows ? { toOn: today } : { phone: person?.phone ?? null } }];
  });
  if (edits.length > 0) await updateContacts(writer, edits, trx);
  const people = touched.flatMap(({ organizationId, person, before, follows }) =>
    person && (!before || follows) ? [{ id: uuidv7(), organizationId, ...person }] : [],
  );
  if (people.length > 0) await insertContacts(writer, people, trx);
}

function contactOf(record: MemberRecord | undefined, role: ContactRole) {
  const [id, version] =
    role === "liaison"
      ? [record?.liaisonId, record?.liaisonVersion]
      : [record?.secretaryId, record?.secretaryVersion];
  return id && version ? { id, version } : undefined;
}
