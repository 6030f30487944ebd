import { sql } from "kysely";
import { Refused } from "#app/audit/errors.ts";
import { type Edit, insertAudited, type Subject, updateAudited } from "#app/audit/rows.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import { chinaDay } from "#app/i18n/day.ts";
import { cellOf } from "#app/map/cell.ts";
import { type Outline, outlineArea } from "#app/map/outline/outline.ts";
import { searchColumns } from "#app/search/terms.ts";
import { refuseTaken } from "../../members/taken.server.ts";
import { muToSquareMetres } from "../area.ts";
import type { SiteStatus } from "../kinds.ts";
import type { SiteFields } from "../schema.ts";
import { type TotalDelta, totalDeltas } from "../totals.ts";
import { volumeOf } from "../volume.ts";
import { listSpecies } from "./find-site.server.ts";

export type NewSite = {
  id: string;
  outline?: Outline | null;
  statuses?: { fromOn: string; status: SiteStatus }[];
} & SiteFields;
type Counted = NonNullable<Parameters<typeof totalDeltas>[0][number]["after"]>;

export const siteSubject: Subject = {
  table: "site",
  kind: "site",
  label: (row) => String(row.name),
  organizationId: (row) => String(row.operatorId),
  unlisted: ["cell", "sortKey", "searchText", "searchTerms", "outline", "areaM2"],
};

/** The columns that follow from what was typed, and for the volume from what stood there. */
function follow(
  allianceId: string,
  { registeredAreaMu, ...fields }: SiteFields,
  standing?: Parameters<typeof volumeOf>[1],
) {
  const { lng, lat } = fields;
  return {
    ...fields,
    positionSource: lng === null ? null : (fields.positionSource ?? "map"),
    cell: lng === null || lat === null ? null : cellOf({ lng, lat }),
    registeredAreaM2: registeredAreaMu === null ? null : muToSquareMetres(registeredAreaMu),
    volumeM3: volumeOf(fields, standing),
    ...searchColumns(allianceId, fields.name, fields.code),
  };
}

/** Adds sites under ids the caller made; sums per town follow in the same transaction. */
export function insertSites(writer: Writer, sites: NewSite[], outer?: Trx) {
  const { allianceId } = writer.viewer;
  const today = chinaDay(writer.now);
  return inTransaction(async (trx) => {
    await refuseUnknownSpecies(sites, trx);
    await refuseOtherHouseholds(allianceId, sites, trx);
    const rows = sites.map(({ id, outline = null, statuses: _, ...fields }) => ({
      id,
      outline,
      drawnAreaM2: outline && outlineArea(outline),
      ...follow(allianceId, fields),
    }));
    const inserted = await refuseTaken(insertAudited(writer, siteSubject, rows, trx));
    const fresh = sites.filter(({ id }) => inserted.has(id));
    const history = fresh.flatMap(({ id, status, statuses = [{ fromOn: today, status }] }) =>
      statuses.map((one) => ({ allianceId, siteId: id, ...one })),
    );
    for (let start = 0; start < history.length; start += 5000) {
      await trx
        .insertInto("siteStatus")
        .values(history.slice(start, start + 5000))
        .execute();
    }
    const counted = rows.filter(({ id }) => inserted.has(id));
    await addToTotals(writer, totalDeltas(counted.map((row) => ({ after: inForce(row) }))), trx);
    return inserted;
  }, outer);
}

/** Changes sites as a whole: each edit carries every field of the form. A new status begins today. */
export function updateSites(writer: Writer, edits: Edit<SiteFields>[], outer?: Trx) {
  const { allianceId } = writer.viewer;
  const today = chinaDay(writer.now);
  return inTransaction(async (trx) => {
    const measures = await lockMeasures(
      writer,
      edits.map(({ id }) => id),
      trx,
    );
    const followed = edits.map((edit) => ({
      ...edit,
      fields: follow(allianceId, edit.fields as SiteFields, measures.get(edit.id)),
    }));
    const wanted = followed.map(({ fields }) => fields);
    await refuseUnknownSpecies(wanted, trx);
    await refuseOtherHouseholds(allianceId, wanted, trx);
    const changes = await refuseTaken(updateAudited(writer, siteSubject, followed, trx));
    const turned = changes
      .filter(({ before, after }) => before.status !== after.status)
      .map(({ after }) => ({
        allianceId,
        siteId: String(after.id),
        fromOn: today,
        status: after.status as SiteStatus,
      }));
    if (turned.length > 0) {
      await trx
        .insertInto("siteStatus")
        .values(turned)
        .onConflict((conflict) =>
          conflict
            .columns(["allianceId", "siteId", "fromOn"])
            .doUpdateSet((eb) => ({ status: eb.ref("excluded.status") })),
        )
        .execute();
    }
    await followTotals(writer, changes, trx);
    return changes;
  }, outer);
}

/** What the volumes of these sites were told or reckoned from. */
async function lockMeasures({ viewer: { allianceId } }: Writer, ids: string[], trx: Trx) {
  const rows = await trx
    .selectFrom("site")
    .select(["id", "kind", "diameterM", "depthM", "volumeM3"])
    .where("allianceId", "=", allianceId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy("id")
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** An array has no foreign key. */
async function refuseUnknownSpecies(sites: { species: string[] }[], trx: Trx) {
  const known = new Set((await listSpecies(trx)).map(({ code }) => code));
  if (sites.some(({ species }) => species.some((code) => !known.has(code)))) {
    throw new Refused("species", "error.species");
  }
}

/** A household stands under its village: it raises fish where the village is the operator. */
async function refuseOtherHouseholds(
  allianceId: string,
  sites: { householdCode: string | null; operatorId: string }[],
  trx: Trx,
) {
  const codes = [...new Set(sites.flatMap(({ householdCode }) => householdCode ?? []))];
  if (codes.length === 0) return;
  const rows = await trx
    .selectFrom("household")
    .select(["code", "organizationId"])
    .where("allianceId", "=", allianceId)
    .where(sql<boolean>`code = any(${codes}::text[])`)
    .execute();
  const villageOf = new Map(rows.map(({ code, organizationId }) => [code, organizationId]));
  const isOther = ({ householdCode, operatorId }: (typeof sites)[number]) =>
    householdCode !== null && villageOf.get(householdCode) !== operatorId;
  if (sites.some(isOther)) throw new Refused("householdCode", "error.household");
}

type Measured = Omit<Counted, "areaM2"> & { registeredAreaM2: number | null; drawnAreaM2: number | null };

/** The area in force: registered, else drawn. */
const inForce = (row: Measured): Counted => ({ ...row, areaM2: row.registeredAreaM2 ?? row.drawnAreaM2 });

/** The sums per town and kind, after sites changed. */
export function followTotals(writer: Writer, changes: { before: unknown; after: unknown }[], trx: Trx) {
  const counted = changes.map(({ before, after }) => ({
    before: inForce(before as Measured),
    after: inForce(after as Measured),
  }));
  return addToTotals(writer, totalDeltas(counted), trx);
}

async function addToTotals({ viewer: { allianceId } }: Writer, deltas: TotalDelta[], trx: Trx) {
  if (deltas.length === 0) return;
  // A new town and kind starts at zero, because a proposed row below zero fails the CHECK before the conflict is seen.
  await trx
    .insertInto("siteTotal")
    .values(
      deltas.map(({ townCode, kind }) => ({ allianceId, townCode, kind, sites: 0, areaM2: 0, volumeM3: 0 })),
    )
    .onConflict((conflict) => conflict.columns(["allianceId", "townCode", "kind"]).doNothing())
    .execute();
  for (const { townCode, kind, ...delta } of deltas) {
    await trx
      .updateTable("siteTotal")
      .set({
        sites: sql`sites + ${delta.sites}`,
        areaM2: sql`area_m2 + ${delta.areaM2}`,
        volumeM3: sql`volume_m3 + ${delta.volumeM3}`,
      })
      .where("allianceId", "=", allianceId)
      .where("townCode", "=", townCode)
      .where("kind", "=", kind)
      .execute();
  }
}
