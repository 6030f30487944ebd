import { sql } from "kysely";
import { chinaDay } from "#app/i18n/day.ts";
import { connect } from "../connection.server.ts";
import { migrate } from "../migrate.server.ts";
import { openDatabase } from "./open.ts";

/** Called by the start: makes the database ready and says how far it is, one JSON object per line. */
const say = (said: Record<string, unknown>) => process.stdout.write(`${JSON.stringify(said)}\n`);

async function prepare() {
  const opened = await openDatabase({ onFolder: (folder) => say({ folder }) });
  const { appUrl, ownerUrl, settings } = opened;
  await migrate(ownerUrl, { appRole: opened.appRole, onStep: (name) => say({ detail: name }) });

  const db = connect(ownerUrl, { max: 1 });
  try {
    const alliance = await db.selectFrom("alliance").select("id").limit(1).executeTakeFirst();
    if (!alliance && settings.YULIAN_SAMPLE === "on") {
      say({ detail: "示例数据 sample data" });
      const { makeSample } = await import("#app/sample/play.server.ts");
      await makeSample({ appUrl, asOf: chinaDay(new Date()) });
    }
    const { count } = await db
      .selectFrom("account")
      .select(sql<number>`count(*)`.as("count"))
      .executeTakeFirstOrThrow();
    const sampleAccounts = await db
      .selectFrom("account")
      .innerJoin("alliance", "alliance.id", "account.allianceId")
      .where("alliance.sampleAsOf", "is not", null)
      .where("account.endedAt", "is", null)
      .select(["account.login", "account.name"])
      .orderBy("account.id")
      .limit(12)
      .execute();
    say({
      ready: {
        databaseUrl: appUrl,
        ownerUrl,
        movedTo: "moved" in opened && opened.moved ? opened.folder : undefined,
        guardedByTriggersOnly: opened.guardedByTriggersOnly,
        accounts: count,
        sampleAccounts,
      },
    });
  } finally {
    await db.destroy();
  }
}

try {
  await prepare();
} catch (error) {
  const { message, oneLine } = error as { message: string; oneLine?: boolean };
  if (!oneLine) throw error;
  say({ refused: message });
  process.exitCode = 1;
}
