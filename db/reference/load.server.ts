import type { Db } from "../connection.server.ts";
import { drugs } from "./drugs.ts";
import { hanyin } from "./hanyin.ts";
import { species } from "./species.ts";

/** Writes the reference data as this version of the program knows it; repeating it changes nothing. */
export async function loadReference(db: Db) {
  // Towns are listed in the official order, which is that of their codes.
  const towns = hanyin.towns.map((town) => ({ ...town, countyCode: hanyin.code, sortKey: town.code }));
  await db
    .insertInto("town")
    .values(towns)
    .onConflict((conflict) =>
      conflict.column("code").doUpdateSet((eb) => ({
        name: eb.ref("excluded.name"),
        sortKey: eb.ref("excluded.sortKey"),
        lng: eb.ref("excluded.lng"),
        lat: eb.ref("excluded.lat"),
      })),
    )
    .execute();
  await db
    .insertInto("village")
    .values(hanyin.villages)
    .onConflict((conflict) =>
      conflict.column("code").doUpdateSet((eb) => ({ name: eb.ref("excluded.name") })),
    )
    .execute();
  await db
    .insertInto("species")
    .values(species.map((one, index) => ({ ...one, sortOrder: index + 1 })))
    .onConflict((conflict) =>
      conflict.column("code").doUpdateSet((eb) => ({
        nameZh: eb.ref("excluded.nameZh"),
        nameEn: eb.ref("excluded.nameEn"),
        latin: eb.ref("excluded.latin"),
        faoCode: eb.ref("excluded.faoCode"),
        sortOrder: eb.ref("excluded.sortOrder"),
      })),
    )
    .execute();
  await loadDrugs(db);
}

/** A drug or a label this version no longer names stays: treatments were given under it. */
async function loadDrugs(db: Db) {
  await db
    .insertInto("drug")
    .values(
      drugs.map(({ labels: _labels, alsoKnownAs: _names, ...drug }, index) => ({
        ...drug,
        sortOrder: index + 1,
      })),
    )
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet((eb) => ({
        nameZh: eb.ref("excluded.nameZh"),
        nameEn: eb.ref("excluded.nameEn"),
        approvalNumber: eb.ref("excluded.approvalNumber"),
        standing: eb.ref("excluded.standing"),
        source: eb.ref("excluded.source"),
        certainty: eb.ref("excluded.certainty"),
        sortOrder: eb.ref("excluded.sortOrder"),
      })),
    )
    .execute();
  await db
    .insertInto("drugLabel")
    .values(drugs.flatMap(({ id, labels }) => labels.map((label) => ({ ...label, drugId: id }))))
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet((eb) => ({
        validFrom: eb.ref("excluded.validFrom"),
        species: eb.ref("excluded.species"),
        degreeDays: eb.ref("excluded.degreeDays"),
        days: eb.ref("excluded.days"),
        source: eb.ref("excluded.source"),
        certainty: eb.ref("excluded.certainty"),
      })),
    )
    .execute();
}
