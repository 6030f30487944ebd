import { v7 as uuidv7 } from "uuid";
import type { Edit } from "#app/audit/rows.server.ts";
import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";
import { findBoundary } from "../../members/queries/places.server.ts";
import { listTowns } from "../../members/queries/towns.server.ts";
import { canAddSite, canEditSite, canHandOver } from "../../sites/access.ts";
import { type SiteKind, stageOfKind } from "../../sites/kinds.ts";
import { type Boundary, judgePosition } from "../../sites/position.ts";
import { listSpecies } from "../../sites/queries/find-site.server.ts";
import { insertSites, updateSites } from "../../sites/queries/write-sites.server.ts";
import { type SiteFields, siteFields } from "../../sites/schema.ts";
import { isBlank, readCell } from "../cell.ts";
import { columnOf } from "../column.ts";
import { latitude, longitude } from "../definitions/choices.ts";
import { siteSheet } from "../definitions/sites.ts";
import type { RowCells } from "../edit-cells.ts";
import { muText } from "../mu-text.ts";
import { organizationReference } from "../organization-reference.ts";
import type { RowNote } from "../overlay.ts";
import type { Existing } from "../preview.ts";
import { listOrganizationKeys } from "../queries/organization-keys.server.ts";
import { listSiteRecords, type SiteRecord } from "../queries/site-records.server.ts";
import { findTakenCodes } from "../queries/taken-codes.server.ts";
import { toWgs84 } from "../wgs84.ts";
import { cellText, formValues, notesOf } from "./fields.ts";
import type { Register } from "./register.ts";

const notYours: RowNote<string> = { message: "row.notYours" };

/** What follows from another cell is not asked for where that cell is wrong. */
const followers: Record<string, string> = { stage: "kind", ownerId: "operatorId", townCode: "operatorId" };
const isItsOwn =
  (values: Record<string, string>) =>
  ({ field = "" }: RowNote<string>) =>
    values[field] !== "" || values[followers[field] ?? field] !== "" || !(field in followers);

export async function openSiteRegister(viewer: Viewer, today: string) {
  const [towns, species, keys, boundary] = await Promise.all([
    listTowns(viewer),
    listSpecies(),
    listOrganizationKeys(viewer, today),
    findBoundary(viewer) as Promise<Boundary | null>,
  ]);
  const organizations = organizationReference(keys);
  const own = keys.find(({ id }) => id === ownOrganizationId(viewer));
  const definition = siteSheet({ towns, species, organizations: organizations.reference });
  const kinds = columnOf(definition, "kind");
  const operators = columnOf(definition, "operatorId");
  let records = new Map<string, SiteRecord>();
  let taken = new Set<string>();

  const valuesOf = (record: SiteRecord) => {
    organizations.addBeside(record.ownerCode, record.ownerName);
    organizations.addBeside(record.operatorCode, record.operatorName);
    const { ownerCode, operatorCode, registeredAreaM2, ...rest } = record;
    return {
      ...Object.fromEntries(Object.entries(rest).map(([field, value]) => [field, cellText(value)])),
      ownerId: ownerCode,
      operatorId: operatorCode,
      registeredAreaMu: registeredAreaM2 === null ? null : muText(registeredAreaM2),
    };
  };

  /** The fields of the form; an owner or operator out of sight stays who it is. */
  const parse = (values: Record<string, string>) => {
    const record = records.get(values.code ?? "");
    const idOf = (code: string | undefined, stored: { code: string; id: string } | undefined) =>
      (stored && code === stored.code ? stored.id : organizations.find(code)?.id) ?? "";
    const { system: _, ...texts } = values;
    return siteFields.safeParse(
      formValues(
        {
          ...texts,
          ownerId: idOf(values.ownerId, record && { code: record.ownerCode, id: record.ownerId }),
          operatorId: idOf(values.operatorId, record && { code: record.operatorCode, id: record.operatorId }),
        },
        ["species"],
      ),
    );
  };

  const judgePlace = (values: Record<string, string>) => {
    const operator = organizations.find(values.operatorId);
    const village =
      operator?.kind === "village" && operator.lng !== null && operator.lat !== null
        ? { lng: operator.lng, lat: operator.lat }
        : undefined;
    const place = { lng: Number(values.lng), lat: Number(values.lat) };
    const { refused, warnings } = judgePosition(values.kind as SiteKind, place, { boundary, village });
    if (refused) return { errors: [{ field: "lng", message: "common:error.outsideCounty" }] };
    return { warnings: warnings.map((warning) => ({ field: "lng", message: `sites:doubt.${warning}` })) };
  };

  const prepare = (cells: RowCells, existing: Existing<string> | undefined) => {
    const textOf = (field: string) => (isBlank(cells.get(field)) ? "" : cells.get(field));
    const fill = (field: string, text: string | null | undefined) => {
      if (textOf(field) === "" && text) cells.set(field, text);
    };
    toWgs84(cells);
    const [lng, lat] = [valueIn(longitude, textOf("lng")), valueIn(latitude, textOf("lat"))];
    const moved = lng !== existing?.values.lng || lat !== existing.values.lat;
    if (lng && lat && moved) fill("positionSource", "import");
    if (existing) return;
    fill("operatorId", own?.code);
    const operator = valueIn(operators, textOf("operatorId"));
    fill("ownerId", operator);
    fill("townCode", organizations.find(operator)?.townCode);
    fill("stage", stageOfKind[valueIn(kinds, textOf("kind")) as SiteKind]);
    fill("status", "in_use");
  };

  return {
    definition,
    valuesOf,
    async find(codes) {
      const [found, inUse] = await Promise.all([
        listSiteRecords(viewer, { codes }),
        findTakenCodes(viewer, "site", codes),
      ]);
      records = new Map(found.map((record) => [record.code, record]));
      taken = inUse;
      return new Map(
        found.map((record) => [record.code, { version: record.version, values: valuesOf(record) }]),
      );
    },
    prepare,
    check(values, existing) {
      const record = existing && records.get(String(existing.values.code));
      if (record && !canEditSite(viewer, record)) return { errors: [notYours] };
      const parsed = parse({ ...values, code: record?.code ?? values.code ?? "" });
      const operator = {
        operatorId: organizations.find(values.operatorId)?.id ?? "",
        townCode: values.townCode ?? "",
      };
      if (!record && !canAddSite(viewer, operator)) return { errors: [notYours] };
      const errors = parsed.success ? [] : notesOf(parsed.error.issues).filter(isItsOwn(values));
      if (record) {
        const handedOver = (["ownerId", "operatorId", "townCode"] as const).filter(
          (field) => values[field] !== existing.values[field],
        );
        const may = canHandOver(viewer, record) && canEditSite(viewer, { ...record, ...operator });
        if (!may) errors.push(...handedOver.map((field) => ({ field, message: "row.handOver" })));
      } else if (taken.has(values.code?.toUpperCase() ?? "")) {
        errors.push({ field: "code", message: "common:error.codeTaken" });
      }
      if (values.system === "gcj02") errors.push({ field: "system", message: "row.bothCoordinates" });
      const moved =
        values.lng !== (existing?.values.lng ?? "") || values.lat !== (existing?.values.lat ?? "");
      if (!moved || !values.lng || !values.lat || !parsed.success) return { errors };
      const place = judgePlace(values);
      return { ...place, errors: [...errors, ...(place.errors ?? [])] };
    },
    async store(writer, rows, trx) {
      const inserts: ({ id: string } & SiteFields)[] = [];
      const edits: Edit<SiteFields>[] = [];
      for (const { act, values, version } of rows) {
        const record = version === undefined ? undefined : records.get(values.code?.toUpperCase() ?? "");
        const fields = parse({ ...values, code: record?.code ?? values.code ?? "" }).data as SiteFields;
        if (act === "insert") inserts.push({ id: uuidv7(), ...fields });
        else if (record) edits.push({ id: record.id, version: record.version, fields });
      }
      if (inserts.length > 0) await insertSites(writer, inserts, trx);
      if (edits.length > 0) await updateSites(writer, edits, trx);
    },
  } satisfies Register & { valuesOf: unknown };
}

function valueIn(column: Parameters<typeof readCell>[0], text: string) {
  const reading = text === "" ? undefined : readCell(column, text);
  return reading && "value" in reading ? reading.value : "";
}
