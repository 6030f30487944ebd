import { chinaDay } from "#app/i18n/day.ts";
import { withDatabase } from "./open.ts";

/** `npm run sample:renew` makes the sample alliance anew as of today, `sample:remove` takes it out. */
const [task] = process.argv.slice(2);
if (task !== "renew" && task !== "remove") throw new Error("usage: sample.ts renew | remove");

const said = await withDatabase(async (db, { appUrl, ownerUrl }) => {
  // Read once the settings stand in the environment, which the app's own modules take them from.
  const { makeSample, removeSample } = await import("#app/sample/play.server.ts");
  const removed = await removeSample(ownerUrl);
  if (task === "remove")
    return removed > 0 ? "示例数据已移除 sample removed" : "没有示例数据 there is no sample";
  const real = await db.selectFrom("alliance").select("id").limit(1).executeTakeFirst();
  if (real && removed === 0) return "没有示例数据 there is no sample to renew";
  const asOf = chinaDay(new Date());
  await makeSample({ appUrl, asOf });
  return `示例数据截至 sample as of ${asOf}`;
});
console.log(said);
