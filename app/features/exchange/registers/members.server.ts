import { isCoordinator, type Viewer } from "#app/auth/viewer.ts";
import { canEditOrganization, canManageOrganizations } from "../../members/access.ts";
import { listTowns } from "../../members/queries/towns.server.ts";
import { isBlank } from "../cell.ts";
import { memberSheet } from "../definitions/members.ts";
import type { RowNote } from "../overlay.ts";
import { listIdentityCodes } from "../queries/identity-codes.server.ts";
import { listMemberRecords, type MemberRecord } from "../queries/member-records.server.ts";
import { findTakenCodes } from "../queries/taken-codes.server.ts";
import { toWgs84 } from "../wgs84.ts";
import { cellText } from "./fields.ts";
import { notesOnForeignFields, notesOnForms } from "./member-rules.ts";
import type { Register } from "./register.ts";
import { storeMembers } from "./store-members.server.ts";

const identityFields = ["villageCode", "creditCode"] as const;
/** The county's part of a village code; the alliance's own code is the rest. */
const countyDigits = 6;

export async function openMemberRegister(viewer: Viewer, today: string) {
  const [towns, identities] = await Promise.all([listTowns(viewer), listIdentityCodes(viewer)]);
  let records = new Map<string, MemberRecord>();
  let taken = new Set<string>();
  let holders = identities;

  const valuesOf = ({ id: _, ...record }: MemberRecord) =>
    Object.fromEntries(Object.entries(record).map(([field, value]) => [field, cellText(value)]));

  /** The day of joining is set once; leaving and joining again have their own page. */
  const notesOnMembership = (joinedOn: string, record: MemberRecord | undefined): RowNote<string>[] => {
    const refuse = (message: string) => [{ field: "joinedOn", message }];
    if (joinedOn === (record?.joinedOn ?? "")) return [];
    if (record?.joinedOn) return refuse("row.onItsPage");
    if (joinedOn > today) return refuse("members:error.future");
    return record?.leftOn && joinedOn <= record.leftOn ? refuse("common:error.joinedBeforeLeft") : [];
  };

  /** A code is one organization's: in the register, and among the rows of the sheet. */
  const notesOnIdentity = (values: Record<string, string>, code: string): RowNote<string>[] =>
    identityFields.flatMap((field) => {
      const text = values[field]?.toUpperCase();
      if (!text) return [];
      const holder = holders[field].get(text);
      if (holder === undefined) holders[field].set(text, code);
      return holder === undefined || holder === code
        ? []
        : [{ field, message: `common:error.${field}Taken` }];
    });

  return {
    definition: memberSheet({ towns }),
    valuesOf,
    keyOf({ get, set }) {
      const villageCode = get("villageCode").trim();
      if (isBlank(get("code")) && /^\d{12}$/.test(villageCode))
        set("code", identities.villageCode.get(villageCode) ?? villageCode.slice(countyDigits));
    },
    async find(codes) {
      const [found, inUse] = await Promise.all([
        listMemberRecords(viewer, { codes }, today),
        findTakenCodes(viewer, "organization", codes),
      ]);
      records = new Map(found.map((record) => [record.code, record]));
      taken = inUse;
      holders = {
        villageCode: new Map(identities.villageCode),
        creditCode: new Map(identities.creditCode),
      };
      return new Map(
        found.map((record) => [record.code, { version: record.version, values: valuesOf(record) }]),
      );
    },
    prepare: toWgs84,
    check(values, existing) {
      const record = existing && records.get(String(existing.values.code));
      const code = record?.code ?? values.code?.toUpperCase() ?? "";
      if (record && !canEditOrganization(viewer, record)) return { errors: [{ message: "row.notYours" }] };
      if (!record && !canManageOrganizations(viewer)) return { errors: [{ message: "row.coordinatorOnly" }] };
      const errors = [
        ...notesOnForms({ ...values, code }),
        ...notesOnMembership(values.joinedOn ?? "", record),
        ...notesOnIdentity(values, code),
        ...(isCoordinator(viewer) ? [] : notesOnForeignFields(values, existing?.values ?? {})),
      ];
      if (!record && taken.has(code)) errors.push({ field: "code", message: "common:error.codeTaken" });
      if (values.system === "gcj02") errors.push({ field: "system", message: "row.bothCoordinates" });
      if (record?.legalEntity && !values.legalEntity)
        errors.push({ field: "legalEntity", message: "row.onItsPage" });
      if (record?.class && !values.class) errors.push({ field: "class", message: "row.onItsPage" });
      return { errors };
    },
    store: (writer, rows, trx) => storeMembers(writer, rows, { records, today }, trx),
  } satisfies Register & { valuesOf: unknown };
}
