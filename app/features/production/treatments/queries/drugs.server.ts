import { type Db, database } from "#app/database.server.ts";
import { jsonRows } from "#db/json-rows.server.ts";

/** Every drug with the versions of its label, the newest first. */
export const listDrugs = (db: Db = database) =>
  db
    .selectFrom("drug")
    .select(["id", "nameZh", "nameEn", "approvalNumber", "standing", "source", "certainty"])
    .select((eb) =>
      jsonRows(
        eb
          .selectFrom("drugLabel as label")
          .select(["label.id", "label.validFrom", "label.species", "label.degreeDays", "label.days"])
          .select(["label.source", "label.certainty"])
          .whereRef("label.drugId", "=", "drug.id")
          .orderBy("label.validFrom", "desc"),
      ).as("labels"),
    )
    .orderBy("sortOrder")
    .limit(500)
    .execute();
export type ListedDrug = Awaited<ReturnType<typeof listDrugs>>[number];
