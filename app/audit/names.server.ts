import { sql } from "kysely";
import type { Db } from "#app/database.server.ts";
import { auditedFields } from "./fields.ts";
import type { SubjectKind } from "./subjects.ts";

/** What an id or code in the log is called today; in English where it has an English name. */
export type Names = Record<string, { name: string; nameEn: string | null }>;

type Entry = { subjectKind: string; before: unknown; after: unknown };

/** The ids and codes an entry's fields hold instead of names. */
function idsIn({ subjectKind, before, after }: Entry) {
  const fields = auditedFields[subjectKind as SubjectKind] ?? {};
  return [before, after].flatMap((half) =>
    Object.entries((half ?? {}) as Record<string, unknown>)
      .filter(([field]) => fields[field]?.as === "name")
      .flatMap(([, value]) => value)
      .filter((value) => typeof value === "string"),
  );
}

/** Adds to each entry the names of what it points at. */
export async function withNames<Row extends Entry>(allianceId: string, entries: Row[], db: Db) {
  const ids = [...new Set(entries.flatMap(idsIn))];
  const all = ids.length > 0 ? await findNames(allianceId, ids, db) : {};
  return entries.map((entry) => ({
    ...entry,
    names: Object.fromEntries(idsIn(entry).flatMap((id) => (all[id] ? [[id, all[id]]] : []))) as Names,
  }));
}

const isUuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

async function findNames(allianceId: string, ids: string[], db: Db): Promise<Names> {
  const records = ids.filter((id) => isUuid.test(id));
  const { rows } = await sql<{ key: string; name: string; nameEn: string | null }>`
    select id::text as key, name, null as name_en from organization
      where alliance_id = ${allianceId} and id = any(${records}::uuid[])
    union all select id::text, name, null from site
      where alliance_id = ${allianceId} and id = any(${records}::uuid[])
    union all select code, name, null from town where code = any(${ids}::text[])
    union all select code, name_zh, name_en from species where code = any(${ids}::text[])`.execute(db);
  return Object.fromEntries(rows.map(({ key, ...names }) => [key, names]));
}
