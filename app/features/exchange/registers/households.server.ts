import { v7 as uuidv7 } from "uuid";
import type { Edit } from "#app/audit/rows.server.ts";
import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";
import { canManagePeople } from "../../members/access.ts";
import {
  insertHouseholds,
  listHouseholds,
  updateHouseholds,
} from "../../members/queries/households.server.ts";
import { type HouseholdFields, householdFields } from "../../members/schema.ts";
import { isBlank } from "../cell.ts";
import { householdSheet } from "../definitions/households.ts";
import { organizationReference } from "../organization-reference.ts";
import { listOrganizationKeys } from "../queries/organization-keys.server.ts";
import { findTakenCodes } from "../queries/taken-codes.server.ts";
import { cellText, formValues, notesOf } from "./fields.ts";
import type { Register } from "./register.ts";

type HouseholdRecord = Awaited<ReturnType<typeof listHouseholds>>["items"][number];
type Texts = Record<string, string>;

export async function openHouseholdRegister(viewer: Viewer, today: string) {
  const keys = await listOrganizationKeys(viewer, today);
  const organizations = organizationReference(keys);
  const own = keys.find(({ id }) => id === ownOrganizationId(viewer));
  let records = new Map<string, HouseholdRecord>();
  let taken = new Set<string>();

  const valuesOf = (record: HouseholdRecord) => {
    organizations.addBeside(record.organizationCode, record.organizationName);
    const { organizationCode, ...rest } = record;
    const texts = Object.entries(rest).map(([field, value]) => [field, cellText(value)]);
    return { ...Object.fromEntries(texts), organizationId: organizationCode };
  };
  /** A village that is no longer listed stays the village of its households. */
  const villageOf = (code: string | undefined, record: HouseholdRecord | undefined) =>
    record && code === record.organizationCode ? record.organizationId : organizations.find(code)?.id;
  const parse = (values: Texts, record: HouseholdRecord | undefined) => {
    const organizationId = villageOf(values.organizationId, record) ?? "";
    const code = record?.code ?? values.code ?? "";
    return householdFields.safeParse(formValues({ ...values, code, organizationId }, ["flags"]));
  };
  const may = (code: string | undefined) => {
    const village = organizations.find(code);
    return village !== undefined && canManagePeople(viewer, village);
  };

  return {
    definition: householdSheet({ organizations: organizations.reference }),
    valuesOf,
    async find(codes) {
      const [found, inUse] = await Promise.all([
        listHouseholds(viewer, { codes, ended: true }, { limit: codes.length }),
        findTakenCodes(viewer, "household", codes),
      ]);
      records = new Map(found.items.map((record) => [record.code, record]));
      taken = inUse;
      return new Map(
        found.items.map((record) => [record.code, { version: record.version, values: valuesOf(record) }]),
      );
    },
    prepare(cells, existing) {
      if (!existing && own && isBlank(cells.get("organizationId"))) cells.set("organizationId", own.code);
    },
    check(values, existing) {
      const record = existing && records.get(String(existing.values.code));
      const allowed = (!record || may(record.organizationCode)) && may(values.organizationId);
      if (!allowed) return { errors: [{ message: "row.notYours" }] };
      const parsed = parse(values, record);
      const errors = parsed.success ? [] : notesOf(parsed.error.issues);
      if (!record && taken.has(values.code?.toUpperCase() ?? ""))
        errors.push({ field: "code", message: "common:error.codeTaken" });
      return { errors };
    },
    async store(writer, rows, trx) {
      const inserts: ({ id: string } & HouseholdFields)[] = [];
      const edits: Edit<HouseholdFields>[] = [];
      for (const { act, values } of rows) {
        const record = act === "update" ? records.get(values.code?.toUpperCase() ?? "") : undefined;
        const fields = parse(values, record).data as HouseholdFields;
        if (record) edits.push({ id: record.id, version: record.version, fields });
        else inserts.push({ id: uuidv7(), ...fields });
      }
      if (inserts.length > 0) await insertHouseholds(writer, inserts, trx);
      if (edits.length > 0) await updateHouseholds(writer, edits, trx);
    },
  } satisfies Register & { valuesOf: unknown };
}
