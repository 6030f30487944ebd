import { backTest as predict, summarizeBackTest } from "#app/features/production/growth/back-test.ts";
import { growthOfSpecies } from "#app/features/production/growth/species-growth.ts";
import { waterOf } from "#app/features/production/growth/water-climate.ts";
import { historyOf } from "#app/features/production/lots/lot-history.ts";
import type { SiteKind } from "#app/features/sites/kinds.ts";
import { chinaDay } from "#app/i18n/day.ts";
import { connect } from "#db/connection.server.ts";
import type { Bench, Figure } from "./figure.ts";
import type { Tools } from "./run.ts";
import { appEnvironment } from "./server.ts";

const cutAfterDays = 60;

/** The sample's own lots, each cut at its sixtieth day: what the forecast said then against what was weighed later. */
export async function backTest({ databases }: Tools): Promise<Bench> {
  const sample = await databases.passing("sample", async (_, { appUrl }) => {
    Object.assign(process.env, appEnvironment(appUrl));
    const { makeSample } = await import("#app/sample/play.server.ts");
    await makeSample({ appUrl, asOf: chinaDay(new Date()) });
  });
  const db = connect(sample.appUrl, { max: 1 });
  try {
    const { listLotEvents } = await import("#app/features/production/queries/find-lot.server.ts");
    const lots = await db
      .selectFrom("lot")
      .innerJoin("site", (join) =>
        join.onRef("site.allianceId", "=", "lot.allianceId").onRef("site.id", "=", "lot.siteId"),
      )
      .where("lot.form", "=", "farmed")
      .select(["lot.allianceId", "lot.id", "lot.species", "lot.siteId", "site.kind"])
      .execute();
    const bySpecies = new Map<string, ReturnType<typeof predict>>();
    let tested = 0;
    for (const { allianceId, id, species, siteId, kind } of lots) {
      const parameters = growthOfSpecies(species);
      if (!parameters) continue;
      const viewer = { allianceId, userId: "", name: "", role: "coordinator" } as const;
      const { weighings } = historyOf(await listLotEvents(viewer, id, db));
      const readings = await db
        .selectFrom("readingDay")
        .where("allianceId", "=", allianceId)
        .where("siteId", "=", siteId)
        .where("temperatureN", ">", 0)
        .select(["day", "temperatureN", "temperatureSum"])
        .orderBy("day")
        .execute();
      const predictions = predict(
        {
          ...{ weighings, parameters, water: waterOf(kind as SiteKind) },
          readings: readings.map((one) => ({
            on: one.day,
            meanC: one.temperatureSum / 100 / one.temperatureN,
          })),
        },
        cutAfterDays,
      );
      if (predictions.length > 0) tested++;
      bySpecies.set(species, [...(bySpecies.get(species) ?? []), ...predictions]);
    }
    const all = [...bySpecies.values()].flat();
    return {
      figures: figuresOf(all, tested),
      details: [...bySpecies].flatMap(([species, list]) => lineOf(species, list)),
    };
  } finally {
    await db.destroy();
    await sample.drop();
  }
}

function figuresOf(predictions: ReturnType<typeof predict>, tested: number): Figure[] {
  const sums = summarizeBackTest(predictions);
  if (!sums) throw new Error("the sample has no lot that was weighed after its sixtieth day");
  const { meanError, meanAbsoluteError, coverage } = sums;
  const figure = (workload: string, share: number, target: Figure["target"], remark: string): Figure => ({
    ...{ bench: "back-test", workload, against: "", unit: "%", target, remark },
    ...{ median: share * 100, low: share * 100, high: share * 100 },
  });
  const what = `${predictions.length} weighings of ${tested} lots after day ${cutAfterDays}`;
  return [
    figure(
      "mean weight, error of the forecast",
      meanAbsoluteError,
      { atMost: 20 },
      `${what}; leans by ${(meanError * 100).toFixed(1)} %`,
    ),
    figure(
      "weighings within its range",
      coverage,
      { atLeast: 72 },
      "the range is meant to hold eight of ten",
    ),
  ];
}

function lineOf(species: string, predictions: ReturnType<typeof predict>) {
  const sums = summarizeBackTest(predictions);
  if (!sums) return [];
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return [
    `${species}: ${sums.predictions} weighings, error ${percent(sums.meanAbsoluteError)}, leans by ${percent(sums.meanError)}, in range ${percent(sums.coverage)}`,
  ];
}
